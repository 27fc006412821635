import { parseDecimal, toNumber } from "../../../shared/lib/decimal.ts";
import type { CheckView } from "../../../shared/screen/screen-model.ts";

export interface ChartScale {
  readonly lower: number;
  readonly upper: number;
  readonly nominal: number;
  readonly meanMin: number;
  readonly meanMax: number;
  readonly rangeMax: number;
}

const MARGIN = 0.15;

/**
 * The scale of the check chart, from the tolerance alone: the same point is at the same height all day.
 *
 * @returns null when the limits are no numbers or no tolerance, which a chart cannot show
 */
export function chartScale(
  check: Pick<CheckView, "lowerLimit" | "upperLimit" | "nominal">,
): ChartScale | null {
  const [lower, upper, nominal] = [check.lowerLimit, check.upperLimit, check.nominal].map((text) => {
    const value = parseDecimal(text);
    return value === undefined ? undefined : toNumber(value);
  });
  if (lower === undefined || upper === undefined || nominal === undefined || upper <= lower) return null;
  const tolerance = upper - lower;
  return {
    lower,
    upper,
    nominal,
    meanMin: lower - tolerance * MARGIN,
    meanMax: upper + tolerance * MARGIN,
    rangeMax: tolerance,
  };
}
