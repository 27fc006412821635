import type { Language } from "../../../shared/domain/people/localized-text.ts";

/** How the plant's clock is written for a person; all instants are shown in the plant's zone. */
export interface PlantTime {
  /** "14:00" */
  clock(utc: string | number): string;
  /** "14:00:05" */
  clockWithSeconds(utc: string): string;
  /** "Thu" */
  weekday(utc: string): string;
  /** "25 Nov" */
  day(utc: string): string;
  /** "25 Nov 2031" */
  date(utc: string): string;
  /** Whole calendar days of the plant from `now` to `utc`; negative in the past. */
  daysFrom(nowMs: number, utc: string): number;
}

export function plantTime(language: Language, timeZone: string): PlantTime {
  const clock = formatter(language, timeZone, { hour: "2-digit", minute: "2-digit" });
  const seconds = formatter(language, timeZone, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const weekday = formatter(language, timeZone, { weekday: "short" });
  const day = formatter(language, timeZone, { day: "numeric", month: "short" });
  const date = formatter(language, timeZone, { day: "numeric", month: "short", year: "numeric" });
  const iso = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const dayNumber = (ms: number) => Math.round(Date.parse(`${iso.format(ms)}T00:00:00Z`) / 86_400_000);
  return {
    clock: (utc) => clock.format(new Date(utc)),
    clockWithSeconds: (utc) => seconds.format(new Date(utc)),
    weekday: (utc) => weekday.format(new Date(utc)),
    day: (utc) => day.format(new Date(utc)),
    date: (utc) => date.format(new Date(utc)),
    daysFrom: (nowMs, utc) => dayNumber(Date.parse(utc)) - dayNumber(nowMs),
  };
}

function formatter(language: Language, timeZone: string, parts: Intl.DateTimeFormatOptions) {
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...parts });
}
