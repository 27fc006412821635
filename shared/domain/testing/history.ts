import type { Instant } from "../../lib/clock.ts";
import type { Draft, RecordedEvent } from "../event.ts";
import { evolveAll } from "../evolve.ts";
import type { DataAge } from "../orders/stale-data.ts";
import { emptyState, type StationState } from "../station-state.ts";

export interface History {
  readonly events: readonly RecordedEvent[];
  readonly state: StationState;
  /** Milliseconds since the first event, on the wall and on the monotonic clock. */
  readonly nowMs: number;
}

const START_MS = Date.parse("2026-11-23T06:00:00.000Z");

/** Orders that the MES confirmed a moment ago. */
export const freshAge: DataAge = {
  nowUtc: "2026-11-23T06:00:00.000Z",
  dataOfUtc: "2026-11-23T06:00:00.000Z",
};

export const freshHistory: History = { events: [], state: emptyState(), nowMs: 0 };

/** Records drafts as a station would: an id and an instant for each, then the fold. */
export function record(history: History, drafts: readonly Draft[], actor: string | null = null): History {
  const events = drafts.map((draft, index): RecordedEvent => {
    const eventId = eventIdOf(history.events.length + index + 1);
    const { workUnit = history.state.jobOrder.get(draft.jobOrder ?? "")?.workUnit ?? "CNC-2" } = draft;
    return { ...draft, workUnit, eventId, actor, at: instantAt(history.nowMs) };
  });
  return {
    ...history,
    events: [...history.events, ...events],
    state: evolveAll(history.state, events).state,
  };
}

export function wait(history: History, ms: number): History {
  return { ...history, nowMs: history.nowMs + ms };
}

export function instantAt(ms: number): Instant {
  return {
    atUtc: new Date(START_MS + ms).toISOString(),
    monoNs: String(BigInt(Math.round(ms)) * 1_000_000n),
    bootId: "boot-1",
    clockState: "trusted",
  };
}

export function eventIdOf(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

export function lastEventId(history: History): string {
  return history.events.at(-1)?.eventId ?? "";
}
