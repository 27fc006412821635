import { instantOfWallMs, wallMsAt } from "../../lib/wall-time.ts";
import type { ShiftTimes } from "./calendar-days.ts";
import type { ShiftCalendar } from "./shift-calendar.ts";
import { DAY_MS, dayOf, type ShiftSpan, spansOfDay } from "./shift-span.ts";

/** A day without any shift in so long is no reason to look further back. */
const LOOK_BACK_DAYS = 31;

/** The shift that works; `isBreak`: but not just now. Instants in milliseconds since 1970, half open. */
export interface WorkedShift {
  readonly kind: "shift";
  readonly shift: ShiftTimes;
  /** Day on which it began, by the plant's clock: `2026-11-23`. */
  readonly productionDate: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly isBreak: boolean;
}

export interface NoShift {
  readonly kind: "no-shift";
  /** When the last shift began; undefined: there was none in a month. */
  readonly lastFromMs: number | undefined;
}

export type ShiftTime = WorkedShift | NoShift;

interface Answer {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly time: ShiftTime;
}

/** What was found holds until the next change, and it is asked for each second and each value. */
const found = new WeakMap<ShiftCalendar, Answer>();

/** Which shift an instant lies in, by the rules of the calendar's zone: a night may have seven hours or nine. */
export function shiftAt(calendar: ShiftCalendar, atMs: number): ShiftTime {
  const known = found.get(calendar);
  if (known !== undefined && atMs >= known.fromMs && atMs < known.untilMs) return known.time;
  const answer = find(calendar, atMs);
  found.set(calendar, answer);
  return answer.time;
}

/** Whether somebody is meant to work: a shift, and no break of it (ISO 22400 planned busy time). */
export function isWorked(calendar: ShiftCalendar, atMs: number): boolean {
  const time = shiftAt(calendar, atMs);
  return time.kind === "shift" && !time.isBreak;
}

function find(calendar: ShiftCalendar, atMs: number): Answer {
  const today = dayOf(wallMsAt(atMs, calendar.timeZone));
  const days = [today - DAY_MS, today, today + DAY_MS];
  const spans = days.flatMap((dayMs) => spansOfDay(calendar, dayMs).map((span) => placed(span, calendar)));
  const current = spans.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
  const edges = spans.flatMap((span) => [span, ...span.breaks]).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  const untilMs = Math.min(
    ...edges.filter((ms) => ms > atMs),
    instantOfWallMs(today + 2 * DAY_MS, calendar.timeZone),
  );
  if (current === undefined) {
    return { fromMs: atMs, untilMs, time: { kind: "no-shift", lastFromMs: lastFromMs(calendar, atMs) } };
  }
  const { shift, productionDate, fromMs, toMs } = current;
  const isBreak = current.breaks.some((pause) => atMs >= pause.fromMs && atMs < pause.toMs);
  const time: ShiftTime = { kind: "shift", shift, productionDate, fromMs, toMs, isBreak };
  return { fromMs: atMs, untilMs, time };
}

interface InstantSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

interface PlacedShift extends InstantSpan {
  readonly shift: ShiftTimes;
  readonly productionDate: string;
  readonly breaks: readonly InstantSpan[];
}

function placed(span: ShiftSpan, { timeZone }: ShiftCalendar): PlacedShift {
  const instants = ({ fromWallMs, toWallMs }: Pick<ShiftSpan, "fromWallMs" | "toWallMs">): InstantSpan => ({
    fromMs: instantOfWallMs(fromWallMs, timeZone),
    toMs: instantOfWallMs(toWallMs, timeZone),
  });
  const productionDate = new Date(span.fromWallMs).toISOString().slice(0, 10);
  return { ...instants(span), shift: span.shift, productionDate, breaks: span.breaks.map(instants) };
}

function lastFromMs(calendar: ShiftCalendar, atMs: number): number | undefined {
  const today = dayOf(wallMsAt(atMs, calendar.timeZone));
  for (let back = 0; back <= LOOK_BACK_DAYS; back += 1) {
    const begun = spansOfDay(calendar, today - back * DAY_MS)
      .map((span) => instantOfWallMs(span.fromWallMs, calendar.timeZone))
      .filter((fromMs) => fromMs <= atMs);
    if (begun.length > 0) return begun.at(-1);
  }
  return undefined;
}
