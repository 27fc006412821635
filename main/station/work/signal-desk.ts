import type { Draft } from "../../../shared/domain/event.ts";
import type { AlarmNotice } from "../../../shared/domain/machines/alarms/alarm-notice.ts";
import { leaveMachines } from "../../../shared/domain/machines/leave-machines.ts";
import type { OrderOnMachine } from "../../../shared/domain/machines/machine-input.ts";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import { isPlanned } from "../../../shared/domain/machines/planned-time.ts";
import { tellsNothing } from "../../../shared/domain/machines/tells-nothing.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { JobOrderProgress } from "../../../shared/domain/orders/job-order-progress.ts";
import { orderAt, type WorkUnits } from "../../../shared/domain/orders/work-place.ts";
import { calendarOf } from "../../../shared/domain/shifts/calendar-of.ts";
import { isWorked } from "../../../shared/domain/shifts/shift-at.ts";
import type { Clock, Instant } from "../../../shared/lib/clock.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import { monotonicMs } from "../../../shared/lib/instant-before.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Booker } from "./booker.ts";
import type { MachineGap, MachineSignal } from "./machine-signal.ts";
import { MachineTrack } from "./machine-track.ts";
import type { StationMemory } from "./memory.ts";

export interface SignalDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly memory: StationMemory;
  readonly master: () => MasterData;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly workUnits: WorkUnits;
  readonly timeZone: string;
  readonly machines: readonly MachineMapping[];
  /** When the station was last there; undefined: it never was. */
  readonly alive: Instant | undefined;
  readonly changed: () => void;
}

/** Where values of machines come in. Without a machine id the first machine of the mapping is meant. */
export interface SignalDesk {
  signals(batch: readonly MachineSignal[], machineId?: string): void;
  /** What a machine told of its alarms by events. */
  alarms(
    notices: readonly AlarmNotice[],
    of: { readonly machineId: string; readonly sourceId: string },
  ): void;
  connected(isConnected: boolean, machineId?: string): void;
  gap(gap: MachineGap, machineId?: string): void;
  /** Lets time pass: for machines that say nothing because they stand. About once a second. */
  tick(): void;
}

/**
 * What machines say becomes events here: pieces counted, states, stops, gaps. If a booking is refused because the disk is
 * full, a counter's baseline stays where it was and states wait with their own times: nothing is lost.
 */
export function createSignalDesk(options: SignalDeskOptions): SignalDesk {
  const { recorder, memory, clock } = options;
  const book = (drafts: readonly Draft[]): boolean => {
    if (drafts.length === 0) return true;
    const actor = { personId: null, auth: "machine" } as const;
    return options.booker.book(drafts, { intentId: options.newId(), actor }).ok;
  };
  const heard = options.machines.filter((mapping) => !tellsNothing(mapping));
  const tracks = new Map(heard.map((mapping) => [mapping.machineId, trackOf(options, mapping, book)]));
  const first = options.machines[0]?.machineId ?? "";
  /** What a full disk refused and no later reading brings again by itself. */
  let unbookedGaps: readonly Draft[] = [];
  /** Also for a mapping that was changed by hand while the station was off. */
  let hasLeft = false;
  const leave = (): void => {
    const left = leaveMachines(recorder.state(), { kept: heard, before: [], now: clock.now() });
    hasLeft = book(left);
  };
  const settle = (): void => {
    if (!hasLeft) leave();
    const now = clock.now();
    for (const mapping of heard) surround(tracks.get(mapping.machineId), mapping, now);
    for (const track of tracks.values()) track.settle();
    unbookedGaps = unbookedGaps.filter((gap) => !book([gap]));
    memory.machines = new Map(
      [...tracks].map(([id, { lastValueAt, alarms, valueAlarms }]) => [
        id,
        { lastValueAt, alarms, valueAlarms },
      ]),
    );
    options.changed();
  };
  /** What the station knows and a machine does not: the time, the plan and whose order it works. */
  const surround = (track: MachineTrack | undefined, mapping: MachineMapping, now: Instant): void => {
    const atMs = monotonicMs(now);
    track?.observe({ kind: "planned", atMs, isPlanned: isPlannedAt(options, mapping, now.atUtc) });
    const here = orderHere(options, mapping);
    track?.observe({ kind: "order", atMs, ...orderOn(here, options.master()) });
  };
  return {
    signals(batch, machineId = first) {
      tracks.get(machineId)?.take(batch);
      settle();
    },
    alarms(notices, { machineId, sourceId }) {
      tracks.get(machineId)?.takeAlarms(sourceId, notices);
      settle();
    },
    connected(isUp, machineId = first) {
      tracks.get(machineId)?.observe({ kind: "link", atMs: monotonicMs(clock.now()), isUp });
      settle();
    },
    gap(gap, machineId = first) {
      const mapping = options.machines.find((machine) => machine.machineId === machineId);
      const order = mapping === undefined ? "elsewhere" : orderHere(options, mapping);
      const jobOrder = order === "elsewhere" ? null : (order?.jobOrderId ?? null);
      const payload = { machineId, ...gap };
      unbookedGaps = [...unbookedGaps, { type: "machine.gap-recorded", jobOrder, payload }];
      settle();
    },
    tick: settle,
  };
}

function trackOf(
  options: SignalDeskOptions,
  mapping: MachineMapping,
  book: (drafts: readonly Draft[]) => boolean,
): MachineTrack {
  const { recorder, master, clock, workUnits, alive } = options;
  const now = (): Instant => clock.now();
  return new MachineTrack({
    mapping,
    workUnits,
    state: recorder.state,
    master,
    book,
    now,
    alive,
    isPlanned: isPlannedAt(options, mapping, clock.now().atUtc),
  });
}

/** By the machine's own week where its mapping has one, else by the shift calendar that is known now (MS-18, MS-23). */
function isPlannedAt(
  { master, timeZone }: SignalDeskOptions,
  { rules, workUnit }: MachineMapping,
  atUtc: string,
): boolean {
  if (rules.planned !== null) return isPlanned(atUtc, rules.planned, timeZone);
  return isWorked(calendarOf(master(), workUnit, timeZone), Date.parse(atUtc));
}

/** The order at work on the machine; "elsewhere": another station knows. */
function orderHere(
  { recorder, workUnits }: SignalDeskOptions,
  { workUnit }: MachineMapping,
): JobOrderProgress | undefined | "elsewhere" {
  if (!workUnits.includes(workUnit)) return "elsewhere";
  return orderAt(recorder.state(), { workUnit, jobOrderId: null }, workUnits);
}

/** A pause by a person has its own reason, so the machine owes none meanwhile. */
function orderOn(
  active: JobOrderProgress | undefined | "elsewhere",
  master: MasterData,
): { readonly order: OrderOnMachine; readonly cycleMs: number | null } {
  if (active === "elsewhere") return { order: "elsewhere", cycleMs: null };
  if (active?.state === "setting-up") return { order: "set-up", cycleMs: null };
  if (active?.state !== "running") return { order: "none", cycleMs: null };
  const cycleSeconds = master["job-order"].get(active.jobOrderId)?.idealCycleSeconds;
  return { order: "running", cycleMs: cycleSeconds === undefined ? null : cycleSeconds * 1000 };
}
