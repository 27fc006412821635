import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { ReadNode } from "../../../shared/screen/commissioning.ts";
import { numberWords } from "../machine/value-words.ts";
import type { NumberWords } from "../text/use-number.ts";

/** What the signal would get of a reading: the node's value, or the field of its structure that is mapped. */
export function valueOfSignal(
  reading: ReadNode | undefined,
  { field }: Pick<SignalMapping, "field">,
): ReadNode["value"] {
  if (reading === undefined) return null;
  if (field === undefined) return reading.value;
  // The stack writes names of fields with a small first letter, the specifications with a capital one.
  const wanted = field.toLowerCase();
  return reading.fields.find((one) => one.field.toLowerCase() === wanted)?.value ?? null;
}

/** A raw value as people will see it. */
export function scaledWords(value: ReadNode["value"], scale: number, number: NumberWords): string {
  if (value === null) return "…";
  return typeof value === "number" ? numberWords(value * scale, number) : String(value);
}

/** The value as it is now; the status where it is not to be believed. */
export function readingWords(
  reading: ReadNode | undefined,
  number: NumberWords,
  signal: Pick<SignalMapping, "field"> = {},
): string {
  if (reading === undefined) return "…";
  if (reading.quality === "bad") return reading.statusName;
  const value = valueOfSignal(reading, signal);
  if (value === null) return "–";
  return typeof value === "number" ? numberWords(value, number) : String(value);
}
