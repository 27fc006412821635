import type { MasterData } from "../../../shared/domain/master-data.ts";
import { mayCorrect } from "../../../shared/domain/orders/decide-correction.ts";
import { boundsOf } from "../../../shared/domain/orders/decide-time-correction.ts";
import { correctedMs, type TimeMark } from "../../../shared/domain/orders/time-mark.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { byTurn } from "../../../shared/domain/turn.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { TimeRow } from "../../../shared/screen/time-row.ts";

interface Sources {
  readonly state: StationState;
  readonly master: MasterData;
  readonly shiftStartUtc: string;
  readonly at: Instant;
}

const SHOWN = 40;
const MINUTE_MS = 60_000;

/** The newest times at which orders went from one thing to the next, newest first. */
export function timesView(from: Sources): readonly TimeRow[] {
  return [...from.state.timeMark.values()]
    .toSorted(byTurn)
    .slice(-SHOWN)
    .reverse()
    .map((mark) => rowOf(from, mark));
}

function rowOf(from: Sources, mark: TimeMark): TimeRow {
  const { master, state, at } = from;
  const { earliestMs, latestMs } = boundsOf(state, mark, at.atUtc);
  const isFixed = mark.isShared || mark.move === "order.held";
  return {
    eventId: mark.eventId,
    jobOrderId: mark.jobOrderId,
    itemName: master["job-order"].get(mark.jobOrderId)?.item.name ?? null,
    move: mark.move,
    recordedUtc: mark.atUtc,
    atUtc: utc(correctedMs(mark)),
    personName: mark.personId === null ? null : (master.person.get(mark.personId)?.name ?? mark.personId),
    mayCorrect: !isFixed && mayCorrect(from, mark),
    earliestUtc: utc(earliestMs),
    latestUtc: utc(Math.max(earliestMs, latestMs)),
    totals: totalsOf(from, mark.jobOrderId),
  };
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}

function totalsOf({ state, at }: Sources, jobOrderId: string): TimeRow["totals"] {
  const progress = state.jobOrder.get(jobOrderId);
  if (progress === undefined) return null;
  const openMs = durationBetween(progress.timesUpTo, at).ms;
  const runMs = progress.runMs + (progress.state === "running" ? openMs : 0);
  const setUpMs = progress.setUpMs + (progress.state === "setting-up" ? openMs : 0);
  return {
    run: { recorded: minutes(runMs - progress.correctedRunMs), now: minutes(runMs) },
    setUp: { recorded: minutes(setUpMs - progress.correctedSetUpMs), now: minutes(setUpMs) },
  };
}

function minutes(ms: number): number {
  return Math.round(ms / MINUTE_MS);
}
