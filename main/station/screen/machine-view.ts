import { type MachineMapping, piecesPerCountOf } from "../../../shared/domain/machines/mapping.ts";
import { counterKey } from "../../../shared/domain/machines/part-counter.ts";
import { tellsNothing } from "../../../shared/domain/machines/tells-nothing.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { stateAt, type WorkUnits } from "../../../shared/domain/orders/work-place.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { openStopOf } from "../../../shared/domain/stops/stop.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import type { CounterView, MachineView } from "../../../shared/screen/screen-model.ts";
import type { StationMemory } from "../work/memory.ts";
import { agedUtc } from "./aged-utc.ts";
import { alarmValues, withAlarmFacts } from "./alarm-values.ts";
import { currentStopView } from "./current-stop-view.ts";
import { liveValues } from "./live-values.ts";
import { manualState } from "./manual-state.ts";

export interface MachineSources {
  readonly state: StationState;
  readonly master: MasterData;
  readonly memory: StationMemory;
  readonly machines: readonly MachineMapping[];
  /** That is shown. */
  readonly workUnit: string;
  readonly workUnits: WorkUnits;
  readonly at: Instant;
  readonly shiftStartUtc: string;
}

/** Every machine of the station, in the order of the mapping. */
export function machineViews(from: MachineSources): readonly MachineView[] {
  return from.machines.map((mapping) => machineView(from, mapping));
}

/** The machine that the orders here are for: the band of every screen. */
export function ownMachineView(from: MachineSources, views: readonly MachineView[]): MachineView {
  const own = from.machines.find(({ workUnit }) => workUnit === from.workUnit);
  const view = views.find(({ machineId }) => machineId === own?.machineId) ?? views[0];
  if (view === undefined) throw new Error("A station without any machine in its mapping");
  return view;
}

function machineView(from: MachineSources, mapping: MachineMapping): MachineView {
  const { state, memory, at } = from;
  const { machineId, name, rules } = mapping;
  const isManual = tellsNothing(mapping);
  const here = { workUnit: mapping.workUnit, jobOrderId: null };
  const status = isManual ? manualState(stateAt(state, here, from.workUnits)) : state.machine.get(machineId);
  const since = status?.since ?? null;
  const stop = openStopOf(state.stop.values(), machineId);
  const heard = memory.machines.get(machineId);
  const lastValueAt = heard?.lastValueAt ?? null;
  const alarms = { state, master: from.master, mapping, heard };
  return {
    machineId,
    name,
    ...(isManual && { isManual }),
    state: status?.state ?? "no-data",
    // Where nothing was ever worked it has waited for the whole shift, as far as anybody knows.
    sinceUtc: since === null ? (isManual ? from.shiftStartUtc : at.atUtc) : agedUtc(since, at),
    lastValueUtc: lastValueAt === null ? null : agedUtc(lastValueAt, at),
    counter: counterOf(state, mapping),
    stop: stop === undefined ? null : currentStopView(from, stop, rules.microStopSeconds * 1000),
    microStops: microStopsOf(from, machineId),
    counters: countersOf(state, mapping),
    values: [...alarmValues(alarms), ...withAlarmFacts(alarms, liveValues(mapping, memory.latest))],
    link: memory.links.get(machineId) ?? null,
  };
}

function counterOf(state: StationState, { machineId, signals }: MachineMapping): number | null {
  const made = signals.find(({ meaning }) => meaning === "count-total" || meaning === "count-good");
  return made === undefined
    ? null
    : (state.counter.get(counterKey(machineId, made.signalId))?.counter ?? null);
}

function countersOf(state: StationState, { machineId, signals }: MachineMapping): readonly CounterView[] {
  return signals.flatMap((signal) => {
    const { signalId, name = signalId, meaning } = signal;
    const mapped = piecesPerCountOf(signal);
    if (mapped === undefined) return [];
    const set = state.countFactor.get(counterKey(machineId, signalId));
    return [{ signalId, name, meaning, piecesPerCount: set?.piecesPerCount ?? mapped }];
  });
}

function microStopsOf({ state, shiftStartUtc }: MachineSources, machineId: string): number {
  return [...state.stop.values()].filter(
    (stop) => stop.isMicro && stop.machineId === machineId && (stop.endUtc ?? "") > shiftStartUtc,
  ).length;
}
