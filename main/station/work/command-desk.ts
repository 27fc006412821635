import type { Actor, Draft } from "../../../shared/domain/event.ts";
import { decideFactor } from "../../../shared/domain/machines/decide-factor.ts";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import { decideToolChange } from "../../../shared/domain/maintenance/decide.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import { decideIssue, decideReturn } from "../../../shared/domain/materials/decide-amount.ts";
import { decideOverride } from "../../../shared/domain/materials/decide-override.ts";
import { decideMaterialReversal } from "../../../shared/domain/materials/decide-reversal.ts";
import {
  decideBeginRun,
  decidePause,
  decideResume,
  decideStart,
} from "../../../shared/domain/orders/decide.ts";
import { decideCorrection } from "../../../shared/domain/orders/decide-correction.ts";
import { decideAbort, decideFinish, decideFinishShort } from "../../../shared/domain/orders/decide-end.ts";
import { decideGood, decideReject } from "../../../shared/domain/orders/decide-quantity.ts";
import { decideReading } from "../../../shared/domain/orders/decide-reading.ts";
import { decideTimeCorrection } from "../../../shared/domain/orders/decide-time-correction.ts";
import { decideUndo } from "../../../shared/domain/orders/decide-undo.ts";
import { decidePauseAll, decideResumeAll } from "../../../shared/domain/orders/pause-together.ts";
import { begunIn } from "../../../shared/domain/orders/rework-begun.ts";
import type { DataAge } from "../../../shared/domain/orders/stale-data.ts";
import { stateAt, type WorkPlace, type WorkUnits } from "../../../shared/domain/orders/work-place.ts";
import { decideCloseUnit, decidePrintLabel } from "../../../shared/domain/packing/decide-close-unit.ts";
import {
  decideOpenUnit,
  decidePack,
  decidePackUnit,
  decideUnpack,
} from "../../../shared/domain/packing/decide-packing.ts";
import { decideReopenUnit } from "../../../shared/domain/packing/decide-reopen-unit.ts";
import type { LabelTarget } from "../../../shared/domain/packing/events.ts";
import { keepsPacked } from "../../../shared/domain/packing/keeps-packed.ts";
import { decideSignOut, decideUnlockPin } from "../../../shared/domain/people/decide.ts";
import { activePerson, nobodyRefusal } from "../../../shared/domain/people/signed-in.ts";
import { decideDefect, decideMeasurement, decideWithdrawal } from "../../../shared/domain/quality/decide.ts";
import { type Refusal, refusal } from "../../../shared/domain/refusal.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { decideQualify } from "../../../shared/domain/stops/decide.ts";
import { decideRejectionSeen } from "../../../shared/domain/sync/decide.ts";
import type { Clock } from "../../../shared/lib/clock.ts";
import { accept, type Result } from "../../../shared/lib/result.ts";
import type { CommandAnswer, CommandInput, CommandName } from "../../../shared/screen/commands.ts";
import type { Recorder } from "../record/recorder.ts";
import { noteAnswer } from "./answered-scan.ts";
import type { Booker } from "./booker.ts";
import type { StationMemory } from "./memory.ts";
import type { PinLimits } from "./pin-limits.ts";
import type { RightsDesk } from "./rights-desk.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** Commands that any screen may send and a person must stand behind; those that wait for others have desks of their own. */
export type DeskCommand = Exclude<
  CommandName,
  "session.signInWithPin" | "scan.submit" | "machines.acknowledgeAlarm"
>;

interface Desk {
  readonly nowUtc: string;
  readonly workUnit: string;
  readonly stationId: string;
  /** Where labels go. */
  readonly labelTarget: LabelTarget;
  readonly age: DataAge;
  readonly state: StationState;
  readonly master: MasterData;
  readonly machines: readonly MachineMapping[];
  /** Whether any place of the terminal has begun an order, ended ones included. */
  readonly isBegunHere: (jobOrderId: string) => boolean;
  /** Milliseconds since the event was recorded in this run; infinite if it was not. */
  readonly ageMs: (eventId: string) => number;
  /** When the present shift began. */
  readonly shiftStartUtc: string;
  /** Among the bookings that the station shows as refused by the MES. */
  readonly isRefused: (eventId: string) => boolean;
  /** No PIN of this person is compared any more. */
  readonly isPinLocked: (personId: string) => boolean;
}

const decisions: { [Name in DeskCommand]: (desk: Desk, input: CommandInput<Name>) => Decision } = {
  "session.signOut": ({ state }, input) => decideSignOut(state, input.personId),
  "session.unlockPin": ({ isPinLocked, ...known }, { personId }) =>
    decideUnlockPin(known, { personId, isLocked: isPinLocked(personId) }),
  "orders.start": ({ workUnit, age, ...known }, input) => decideStart(known, { ...input, workUnit, age }),
  "orders.beginRun": (desk) => decideBeginRun(desk),
  "orders.pause": (desk, { reasonCode, all }) =>
    all === true ? decidePauseAll(desk, reasonCode) : decidePause(desk, reasonCode),
  "orders.resume": (desk, { all }) => (all === true ? decideResumeAll(desk) : decideResume(desk)),
  "orders.finish": (desk) => decideFinish(desk),
  "orders.finishShort": (desk, input) => decideFinishShort(desk, input.reasonCode),
  "orders.abort": (desk, input) => decideAbort(desk, input.reasonCode),
  "orders.reportGood": ({ state, master }, input) => decideGood(state, master, input),
  "orders.noteReading": (desk, input) => decideReading(desk, input),
  "orders.reportScrap": ({ state, master }, input) =>
    decideReject(state, master, { kind: "scrap", ...input }),
  "orders.reportRework": ({ state, master }, input) =>
    decideReject(state, master, { kind: "rework", ...input }),
  "orders.undo": (desk, { eventId }) => decideUndo(desk, { eventId, ageMs: desk.ageMs(eventId) }),
  "orders.correct": (desk, input) => decideCorrection(desk, input),
  "orders.correctTime": (desk, input) => decideTimeCorrection(desk, input),
  "quality.recordMeasurement": ({ state, master }, input) =>
    decideMeasurement(state, master, { ...input, source: "pad" }),
  "quality.withdrawMeasurement": ({ state }, input) => decideWithdrawal(state, input.eventId),
  "quality.logDefect": ({ state, master }, input) => decideDefect(state, master, withoutForm(input)),
  "scan.keep": (_desk, input) =>
    accept([{ type: "scan.kept", jobOrder: null, payload: { code: input.code } }]),
  "help.request": (_desk, input) =>
    accept([{ type: "help.called", jobOrder: null, payload: { category: input.category } }]),
  "materials.returnRest": (desk, input) => decideReturn(desk, input),
  "materials.issue": (desk, input) => decideIssue(desk, input),
  "materials.override": (desk, input) => decideOverride(desk, { ...input, nowUtc: desk.nowUtc }),
  "materials.reverse": (desk, input) => decideMaterialReversal(desk, input.eventId),
  "packing.open": (desk, input) => decideOpenUnit(desk, input),
  "packing.pack": (desk, input) => decidePack(desk, input),
  "packing.packUnit": (desk, input) => decidePackUnit(desk, input),
  "packing.unpack": (desk, input) => decideUnpack(desk, input),
  "packing.close": (desk, input) => decideCloseUnit(desk, { ...input, stationId: desk.stationId }),
  "packing.reopen": (desk, input) => decideReopenUnit(desk, input),
  "packing.printLabel": (desk, input) => decidePrintLabel(desk, { ...input, target: desk.labelTarget }),
  "machines.setPiecesPerCount": ({ machines, ...known }, input) => decideFactor(known, machines, input),
  "stops.qualify": (desk, input) => decideQualify(desk, input),
  "sync.markSeen": ({ isRefused, ...known }, input) => decideRejectionSeen(known, input.eventIds, isRefused),
  "maintenance.changeTool": ({ state, master }, input) => decideToolChange(state, master, input.toolId),
};

/** What may be done without anyone's rights: keeping a code, calling for help, leaving. */
const open = new Set<DeskCommand>(["scan.keep", "help.request", "session.signOut"]);

function withoutForm<Input extends Placed & { intentId: string }>(
  input: Input,
): Omit<Input, "intentId" | "workUnit" | "onOrder"> {
  const { intentId: _intentId, workUnit: _workUnit, onOrder: _onOrder, ...rest } = input;
  return rest;
}

export interface CommandDeskOptions {
  readonly recorder: Recorder;
  readonly booker: Booker;
  readonly memory: StationMemory;
  readonly master: () => MasterData;
  readonly machines: readonly MachineMapping[];
  readonly nowMs: () => number;
  readonly clock: Clock;
  readonly workUnits: WorkUnits;
  readonly stationId: string;
  readonly labelTarget: LabelTarget;
  readonly shiftStartUtc: () => string;
  readonly age: () => DataAge;
  readonly isRefused: (eventId: string) => boolean;
  readonly pinLimits: Pick<PinLimits, "isLocked" | "unlock">;
  readonly rights: Pick<RightsDesk, "touched">;
}

export interface CommandDesk {
  execute<Name extends DeskCommand>(name: Name, input: CommandInput<Name>): CommandAnswer;
}

/** A command from a screen: booked before? then the first result; else decide, record, answer. */
export function createCommandDesk(options: CommandDeskOptions): CommandDesk {
  const { recorder, booker, memory } = options;
  return {
    execute(name, input) {
      const before = recorder.booked(input.intentId);
      if (before !== undefined) return { ok: true, ...before };
      options.rights.touched();
      const master = options.master();
      const actor = actorOf(recorder.state());
      if (actor === undefined && !open.has(name)) {
        return { ok: false, refusal: nobodyRefusal({ state: recorder.state(), master }) };
      }
      const ageMs = (eventId: string): number => ageOf(memory, eventId, options.nowMs());
      const { stationId, labelTarget, isRefused } = options;
      const place = placeOf(options, name, input);
      if (place === undefined) return { ok: false, refusal: refusal("unknown-work-unit") };
      const desk = {
        nowUtc: options.clock.now().atUtc,
        workUnit: place.workUnit,
        stationId,
        labelTarget,
        age: options.age(),
        isRefused,
        isPinLocked: options.pinLimits.isLocked,
        state: stateAt(recorder.state(), place, options.workUnits),
        master,
        machines: options.machines,
        isBegunHere: begunIn(recorder.state()),
        shiftStartUtc: options.shiftStartUtc(),
        ageMs,
      };
      const decision = decisions[name](desk, input);
      if (!decision.ok) return decision;
      const broken = keepsPacked(recorder.state(), decision.value);
      if (broken !== undefined) return { ok: false, refusal: broken };
      const origin = { intentId: input.intentId, actor: actor ?? STATION };
      const answered = answer(booker.book(decision.value, origin));
      if (answered.ok) noteAnswer(memory, { drafts: decision.value, eventId: answered.eventId });
      if (answered.ok && name === "session.unlockPin" && "personId" in input) {
        const unlocked = options.pinLimits.unlock(input.personId);
        if (!unlocked.ok) return unlocked;
      }
      // The label that is to be printed now is that of the unit just closed, whichever was looked at before.
      if (answered.ok && name === "packing.close") memory.shownUnit = null;
      // Who begins an order sees it, also when it runs together with others.
      if (answered.ok && "jobOrderId" in input) {
        memory.place = { workUnit: place.workUnit, jobOrderId: input.jobOrderId };
      }
      return answered;
    },
  };
}

type Placed = { readonly workUnit?: string | undefined; readonly onOrder?: string | undefined };

/**
 * What the screen showed when the key was pressed, not what it shows now. Beginning an order is about its whole work unit,
 * and so is a key for all that run there.
 *
 * @returns undefined: the terminal has no such work unit
 */
function placeOf(
  { workUnits, master, recorder }: CommandDeskOptions,
  name: DeskCommand,
  input: Placed & { readonly jobOrderId?: string; readonly all?: boolean | undefined },
): WorkPlace | undefined {
  const { workUnit = workUnits[0], onOrder = null } = input;
  if (!workUnits.includes(workUnit)) return undefined;
  if (name !== "orders.start") return { workUnit, jobOrderId: input.all === true ? null : onOrder };
  const begun = recorder.state().jobOrder.get(input.jobOrderId ?? "");
  const planned = begun ?? master()["job-order"].get(input.jobOrderId ?? "");
  const own = planned !== undefined && workUnits.includes(planned.workUnit) ? planned.workUnit : workUnit;
  return { workUnit: own, jobOrderId: null };
}

const STATION: Actor = { personId: null, auth: "station" };

export function actorOf(state: StationState): Actor | undefined {
  const person = activePerson(state);
  return person === undefined ? undefined : { personId: person.personId, auth: person.method };
}

function ageOf(memory: StationMemory, eventId: string, nowMs: number): number {
  const recorded = memory.recent.get(eventId);
  return recorded === undefined ? Number.POSITIVE_INFINITY : nowMs - recorded.atMs;
}

export function answer(booked: ReturnType<Booker["book"]>): CommandAnswer {
  if (!booked.ok) return { ok: false, refusal: booked.refusal };
  return { ok: true, eventId: booked.value?.eventId ?? null, repeated: booked.value?.repeated ?? false };
}
