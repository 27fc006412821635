import type { PlantTime } from "./plant-time.ts";
import type { Wording } from "./wording.ts";

export interface DueWords {
  /** "16:00" today, "Thu" this week, "25 Nov" later. */
  readonly main: string;
  readonly note: string;
  readonly late: boolean;
}

/** When something is due, so that the nearest unit stands first. */
export function dueWords(utc: string, { t, time, nowMs }: Wording): DueWords {
  const days = time.daysFrom(nowMs, utc);
  const late = Date.parse(utc) < nowMs;
  if (days === 0) return { main: time.clock(utc), note: t(late ? "time.today-late" : "time.today"), late };
  if (late) return { main: time.day(utc), note: t("time.late"), late };
  if (days < 7) return { main: time.weekday(utc), note: time.clock(utc), late };
  return { main: time.day(utc), note: time.clock(utc), late };
}

/** The same in one line: "14:00", "Thu 22:00". */
export function dueLine(utc: string, nowMs: number, time: PlantTime): string {
  const days = time.daysFrom(nowMs, utc);
  if (days === 0) return time.clock(utc);
  const day = days > 0 && days < 7 ? time.weekday(utc) : time.day(utc);
  return `${day} ${time.clock(utc)}`;
}

/** When somebody was last here: "10:37", "yesterday", "Mon", "25 Nov". */
export function lastHere(utc: string, { t, time, nowMs }: Wording): string {
  const days = time.daysFrom(nowMs, utc);
  if (days === 0) return time.clock(utc);
  if (days === -1) return t("time.yesterday");
  return days > -7 ? time.weekday(utc) : time.day(utc);
}
