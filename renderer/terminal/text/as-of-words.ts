import { dueLine } from "./due-words.ts";
import { roughly } from "./elapsed.ts";
import type { Wording } from "./wording.ts";

/** "as of 10:42"; once it is long ago also how long. */
export function asOfWords(utc: string, isOld: boolean, { t, time, nowMs }: Wording): string {
  const when = dueLine(utc, nowMs, time);
  if (!isOld) return t("time.as-of", { time: when });
  return t("time.as-of-old", { time: when, age: roughly(nowMs - Date.parse(utc), t) });
}
