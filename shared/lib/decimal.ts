/**
 * A measured or counted number without binary rounding: `units` / 10^`scale`.
 * 39.994 is {units: 39994, scale: 3}; the scale keeps the gauge's resolution (39.990 is not 39.99).
 */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

const MAX_SCALE = 9;
const PATTERN = /^([+-]?)(\d{1,15})(?:[.,](\d{1,9}))?$/;

/** Reads a number with decimal point or comma, as gauges of both worlds send it. @returns undefined if it is not one. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PATTERN.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const units = Number(`${sign}${whole}${fraction}`);
  if (!Number.isSafeInteger(units)) return undefined;
  return { units: units === 0 ? 0 : units, scale: fraction.length };
}

/** Text with a decimal point and exactly `scale` digits behind it. */
export function formatDecimal(value: Decimal): string {
  const digits = String(Math.abs(value.units)).padStart(value.scale + 1, "0");
  const sign = value.units < 0 ? "-" : "";
  if (value.scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

/** @returns negative, zero or positive, as for sorting; exact across scales. */
export function compareDecimal(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = unitsAt(left, scale) - unitsAt(right, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** For charts and rulers only: the nearest double. */
export function toNumber(value: Decimal): number {
  return value.units / 10 ** value.scale;
}

function unitsAt(value: Decimal, scale: number): bigint {
  if (scale > MAX_SCALE) throw new RangeError(`Scale ${scale} is above ${MAX_SCALE}`);
  return BigInt(value.units) * 10n ** BigInt(scale - value.scale);
}
