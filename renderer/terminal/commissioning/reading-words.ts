import type { ReadNode } from "../../../shared/screen/commissioning.ts";
import { numberWords } from "../machine/value-words.ts";
import type { NumberWords } from "../text/use-number.ts";

/** The value as it is now; the status where it is not to be believed. */
export function readingWords(reading: ReadNode | undefined, number: NumberWords): string {
  if (reading === undefined) return "…";
  if (reading.quality === "bad") return reading.statusName;
  const { value } = reading;
  if (value === null) return "–";
  return typeof value === "number" ? numberWords(value, number) : String(value);
}
