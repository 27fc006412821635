import { dueLine } from "./due-words.ts";
import { roughly } from "./elapsed.ts";
import type { Wording } from "./wording.ts";

/** "as of 10:42"; once that is long ago, how long. */
export function asOfWords(utc: string, isOld: boolean, { t, time, nowMs }: Wording): string {
  if (isOld) return t("time.old", { age: roughly(nowMs - Date.parse(utc), t) });
  return t("time.as-of", { time: dueLine(utc, nowMs, time) });
}
