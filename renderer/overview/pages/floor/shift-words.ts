import type { IntlShape } from "react-intl";
import { languageSchema, textIn } from "../../../../shared/domain/people/localized-text.ts";
import type { FloorShift } from "../../../../shared/protocol/pages.ts";

/** Which shift works and its hours, its break, or that none does. */
export function shiftWords(intl: IntlShape, shift: FloorShift): string {
  if (shift.kind === "no-shift") return intl.formatMessage({ id: "floor.no-shift" });
  const { name, from, to, isBreak } = shift;
  const words = { shift: textIn(name, languageSchema.parse(intl.locale)), from, to };
  return intl.formatMessage({ id: isBreak ? "floor.break" : "floor.shift" }, words);
}
