import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import type { NumberWords } from "../text/use-number.ts";

/** A value as people read it: so many digits that the last one still says something. */
export function valueWords(
  { value, quality }: Pick<LiveValueView, "value" | "quality">,
  number: NumberWords,
): string {
  if (value === null || quality === "none") return "–";
  if (typeof value === "string") return value === "" ? "–" : value;
  return numberWords(value, number);
}

export function numberWords(value: number, number: NumberWords): string {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return number.whole(Math.round(value));
  return number.fixed(value, size >= 10 ? 1 : 2);
}
