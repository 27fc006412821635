import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft, EventPayload } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";
import { mayCorrect } from "./decide-correction.ts";
import { correctedMs, type Spending, type TimeMark } from "./time-mark.ts";

export interface TimeCorrection {
  /** Of the event whose time was another one. */
  readonly eventId: string;
  /** Whole minutes; negative: it was earlier. */
  readonly shiftMinutes: number;
}

interface Known {
  readonly state: StationState;
  readonly master: MasterData;
  readonly shiftStartUtc: string;
  readonly nowUtc: string;
}

const MINUTE_MS = 60_000;

/**
 * Moves the time of a start, pause, resume or end by a linked event: what came before grows by as much as what came after
 * shrinks (CR-6). Never over the events before and after it on its work unit, and never into the future (CR-7).
 */
export function decideTimeCorrection(
  known: Known,
  { eventId, shiftMinutes }: TimeCorrection,
): Result<readonly Draft[], Refusal> {
  const mark = known.state.timeMark.get(eventId);
  if (mark === undefined || shiftMinutes === 0) return refuse(refusal("nothing-to-undo"));
  // Whoever ran together with it has a part of this time, and a planner's word has no time of its own.
  if (mark.isShared || mark.move === "order.held") return refuse(refusal("time-fixed"));
  if (!mayCorrect(known, mark)) return refuse(leadRefusal(known, "correction-lead-only"));
  const shiftMs = shiftMinutes * MINUTE_MS;
  const wanted = correctedMs(mark) + shiftMs;
  const { earliestMs, latestMs } = boundsOf(known.state, mark, known.nowUtc);
  if (!Number.isSafeInteger(shiftMs) || wanted < earliestMs || wanted > latestMs) {
    return refuse(refusal("time-between"));
  }
  const payload = { of: eventId, shiftMs, ...spentBy(mark, shiftMs), stop: stopOf(known.state, mark) };
  return accept([{ type: "time.corrected", jobOrder: mark.jobOrderId, payload }]);
}

/** Between the marks before and after it on its work unit; the oldest one at hand can only be moved later. */
export function boundsOf(
  state: StationState,
  mark: TimeMark,
  nowUtc: string,
): { readonly earliestMs: number; readonly latestMs: number } {
  const inTurn = [...state.timeMark.values()]
    .filter(({ workUnit }) => workUnit === mark.workUnit)
    .toSorted(byTurn);
  const place = inTurn.findIndex(({ eventId }) => eventId === mark.eventId);
  const [before, after] = [inTurn[place - 1], inTurn[place + 1]];
  return {
    earliestMs: correctedMs(before ?? mark),
    latestMs: after === undefined ? Date.parse(nowUtc) : correctedMs(after),
  };
}

function spentBy({ before, after }: TimeMark, shiftMs: number): { runMs: number; setUpMs: number } {
  const of = (what: Spending): number => (before === what ? shiftMs : 0) - (after === what ? shiftMs : 0);
  return { runMs: of("run"), setUpMs: of("set-up") };
}

/** The stop that a pause is: it begins with its own mark and ends with the next one of its order. */
function stopOf(state: StationState, mark: TimeMark): EventPayload<"time.corrected">["stop"] {
  if (mark.move === "order.paused") return { stopId: mark.eventId, edge: "start" };
  if (mark.before !== "pause") return null;
  const paused = [...state.timeMark.values()]
    .filter(({ jobOrderId, turn }) => jobOrderId === mark.jobOrderId && turn < mark.turn)
    .toSorted(byTurn)
    .at(-1);
  return paused?.move === "order.paused" ? { stopId: paused.eventId, edge: "end" } : null;
}
