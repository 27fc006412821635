import type { IntlShape } from "react-intl";
import { parseDecimal } from "../../../../shared/lib/decimal.ts";

/** A measured value with the decimal sign of the reader and every digit the gauge gave (39.990 is not 39.99). */
export function formatMeasured(intl: IntlShape, value: string): string {
  const decimal = parseDecimal(value);
  if (decimal === undefined) return value;
  const digits = { minimumFractionDigits: decimal.scale, maximumFractionDigits: decimal.scale };
  return intl.formatNumber(decimal.units / 10 ** decimal.scale, digits);
}
