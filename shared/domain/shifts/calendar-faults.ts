import type { CalendarDays, ShiftTimes } from "./calendar-days.ts";
import { DAY_MS, type ShiftSpan, spansOfDay } from "./shift-span.ts";

export interface CalendarFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a shape cannot say: a date once, breaks inside of their shift, and never two shifts at a time. */
export function faultsOfCalendar(calendar: CalendarDays): readonly CalendarFault[] {
  return [
    ...breakFaults(calendar),
    ...dateFaults(calendar),
    ...overlapsOfWeek(calendar),
    ...overlapsOfDates(calendar),
  ];
}

function breakFaults({ week, exceptions }: CalendarDays): readonly CalendarFault[] {
  const placed: readonly (readonly [ShiftTimes, CalendarFault["path"]])[] = [
    ...week.map((shift, index) => [shift, ["week", index]] as const),
    ...exceptions.flatMap(({ shifts }, day) =>
      shifts.map((shift, index) => [shift, ["exceptions", day, "shifts", index]] as const),
    ),
  ];
  return placed.flatMap(([shift, path]) => {
    const [span] = spansOfDay({ week: [{ ...shift, days: [4] }], exceptions: [] }, 0);
    return (span?.breaks ?? []).flatMap(({ fromWallMs, toWallMs }, index) =>
      fromWallMs < toWallMs && toWallMs <= (span?.toWallMs ?? 0)
        ? []
        : [{ path: [...path, "breaks", index], message: `must lie inside of ${shift.from} to ${shift.to}` }],
    );
  });
}

function dateFaults({ exceptions }: CalendarDays): readonly CalendarFault[] {
  return exceptions.flatMap(({ date }, index) =>
    exceptions.findIndex((other) => other.date === date) === index
      ? []
      : [{ path: ["exceptions", index, "date"], message: `is there twice: ${date}` }],
  );
}

/** One week and the day after it, so that Sunday's night meets Monday's morning. */
function overlapsOfWeek({ week }: CalendarDays): readonly CalendarFault[] {
  const usual = { week, exceptions: [] };
  const spans = Array.from({ length: 8 }, (_, day) => spansOfDay(usual, day * DAY_MS)).flat();
  const pair = overlapping(spans);
  return pair === undefined ? [] : [{ path: ["week"], message: wordsOf(pair) }];
}

function overlapsOfDates(calendar: CalendarDays): readonly CalendarFault[] {
  return calendar.exceptions.flatMap(({ date }, index) => {
    const dayMs = Date.parse(`${date}T00:00Z`);
    const spans = [dayMs - DAY_MS, dayMs, dayMs + DAY_MS].flatMap((ms) => spansOfDay(calendar, ms));
    const pair = overlapping(spans);
    return pair === undefined ? [] : [{ path: ["exceptions", index, "shifts"], message: wordsOf(pair) }];
  });
}

type Pair = readonly [ShiftSpan, ShiftSpan];

function overlapping(spans: readonly ShiftSpan[]): Pair | undefined {
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    if (before !== undefined && span.fromWallMs < before.toWallMs) return [before, span];
  }
  return undefined;
}

function wordsOf([before, span]: Pair): string {
  return `has two shifts at a time: ${before.shift.shiftCode} until ${before.shift.to} and ${span.shift.shiftCode} from ${span.shift.from}`;
}
