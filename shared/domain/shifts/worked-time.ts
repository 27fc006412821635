import { instantOfWallMs, wallMsAt } from "../../lib/wall-time.ts";
import type { ShiftCalendar } from "./shift-calendar.ts";
import { DAY_MS, dayOf, type ShiftSpan, spansOfDay, type WallSpan } from "./shift-span.ts";

/** Beyond this nobody plans to the minute; a calendar without any shift ends here too. */
const HORIZON_DAYS = 400;

/** Half open, in milliseconds since 1970. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Durations that count only while somebody is meant to work. Instants and durations in milliseconds. */
export interface WorkedTime {
  /** Worked time between two instants; 0 when `toMs` lies before `fromMs`. */
  between(fromMs: number, toMs: number): number;
  /** The first instant by which so much was worked since `fromMs`; undefined: not within 400 days. */
  after(fromMs: number, durationMs: number): number | undefined;
  /** The last instant from which so much is worked until `toMs`; undefined: not within 400 days. */
  before(toMs: number, durationMs: number): number | undefined;
}

/** @param calendar null: the plant has none, and work goes on around the clock */
export function workedTime(calendar: ShiftCalendar | null): WorkedTime {
  return calendar === null ? aroundTheClock : byCalendar(calendar);
}

const aroundTheClock: WorkedTime = {
  between: (fromMs, toMs) => Math.max(0, toMs - fromMs),
  after: (fromMs, durationMs) => fromMs + durationMs,
  before: (toMs, durationMs) => toMs - durationMs,
};

function byCalendar(calendar: ShiftCalendar): WorkedTime {
  const days = daysOf(calendar);
  return {
    between: (fromMs, toMs) => workedBetween(days, fromMs, toMs),
    after: (fromMs, durationMs) => workedAfter(days, fromMs, durationMs),
    before: (toMs, durationMs) => workedBefore(days, toMs, durationMs),
  };
}

interface Days {
  readonly dayAt: (atMs: number) => number;
  /** Spans that begin on the day with this midnight, earliest first. */
  readonly spansOf: (dayWallMs: number) => readonly Span[];
}

/** Each day is worked out once: its edges cost a look into the rules of the zone. */
function daysOf(calendar: ShiftCalendar): Days {
  const { timeZone } = calendar;
  const known = new Map<number, readonly Span[]>();
  const spansOf = (dayWallMs: number): readonly Span[] => {
    const kept = known.get(dayWallMs);
    if (kept !== undefined) return kept;
    const made = spansOfDay(calendar, dayWallMs).flatMap((shift) => workedParts(shift, timeZone));
    known.set(dayWallMs, made);
    return made;
  };
  return { dayAt: (atMs) => dayOf(wallMsAt(atMs, timeZone)), spansOf };
}

/** A shift without its breaks. */
function workedParts({ fromWallMs, toWallMs, breaks }: ShiftSpan, timeZone: string): readonly Span[] {
  const inTurn = breaks.toSorted((left, right) => left.fromWallMs - right.fromWallMs);
  const parts: WallSpan[] = [];
  let from = fromWallMs;
  for (const pause of inTurn) {
    parts.push({ fromWallMs: from, toWallMs: pause.fromWallMs });
    from = Math.max(from, pause.toWallMs);
  }
  parts.push({ fromWallMs: from, toWallMs });
  return parts
    .map((part) => ({
      fromMs: instantOfWallMs(part.fromWallMs, timeZone),
      toMs: instantOfWallMs(part.toWallMs, timeZone),
    }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}

function workedBetween({ dayAt, spansOf }: Days, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const last = dayAt(toMs);
  let worked = 0;
  // A shift of the day before may reach into this one.
  for (let day = dayAt(fromMs) - DAY_MS; day <= last; day += DAY_MS) {
    for (const span of spansOf(day))
      worked += Math.max(0, Math.min(toMs, span.toMs) - Math.max(fromMs, span.fromMs));
  }
  return worked;
}

function workedAfter({ dayAt, spansOf }: Days, fromMs: number, durationMs: number): number | undefined {
  const first = dayAt(fromMs) - DAY_MS;
  let leftMs = durationMs;
  for (let day = first; day <= first + HORIZON_DAYS * DAY_MS; day += DAY_MS) {
    for (const span of spansOf(day)) {
      const beginMs = Math.max(fromMs, span.fromMs);
      const lengthMs = span.toMs - beginMs;
      if (lengthMs < 0) continue;
      if (leftMs <= lengthMs) return beginMs + leftMs;
      leftMs -= lengthMs;
    }
  }
  return undefined;
}

function workedBefore({ dayAt, spansOf }: Days, toMs: number, durationMs: number): number | undefined {
  const first = dayAt(toMs);
  let leftMs = durationMs;
  for (let day = first; day >= first - HORIZON_DAYS * DAY_MS; day -= DAY_MS) {
    for (const span of spansOf(day).toReversed()) {
      const endMs = Math.min(toMs, span.toMs);
      const lengthMs = endMs - span.fromMs;
      if (lengthMs < 0) continue;
      if (leftMs <= lengthMs) return endMs - leftMs;
      leftMs -= lengthMs;
    }
  }
  return undefined;
}
