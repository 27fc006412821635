import { z } from "zod";

/**
 * How much of a material, as decimal text in its unit: "0.25". At most six digits behind the point, so every sum is exact
 * as a whole number of millionths, however long.
 */
export const amountSchema = z.string().regex(/^-?\d{1,16}(\.\d{1,6})?$/);
/** An amount that cannot be less than nothing. */
export const amountFromZeroSchema = z.string().regex(/^\d{1,16}(\.\d{1,6})?$/);

const DIGITS = 6;
const ONE = 10n ** BigInt(DIGITS);

export function addAmounts(left: string, right: string): string {
  return textOf(millionths(left) + millionths(right));
}

export function sumOfAmounts(amounts: readonly string[]): string {
  return textOf(amounts.reduce((sum, amount) => sum + millionths(amount), 0n));
}

export function subtractAmounts(left: string, right: string): string {
  return textOf(millionths(left) - millionths(right));
}

export function negatedAmount(amount: string): string {
  return textOf(-millionths(amount));
}

export function amountOfPieces(perPiece: string, pieces: number): string {
  return textOf(millionths(perPiece) * BigInt(pieces));
}

/** For how many whole pieces an amount is enough. @returns null when a piece takes nothing of it */
export function piecesOfAmount(amount: string, perPiece: string): number | null {
  const one = millionths(perPiece);
  if (one <= 0n) return null;
  const all = millionths(amount);
  return all > 0n ? Number(all / one) : 0;
}

export function isMore(left: string, right: string): boolean {
  return millionths(left) > millionths(right);
}

export function notBelowZero(amount: string): string {
  return millionths(amount) > 0n ? amount : "0";
}

/** Reads what a person typed, with point or comma. @returns undefined for anything that is no amount from 0 up */
export function readAmount(text: string): string | undefined {
  const typed = text.trim().replace(",", ".");
  return amountFromZeroSchema.safeParse(typed).success ? textOf(millionths(typed)) : undefined;
}

/** @param amount checked by one of the schemas above */
function millionths(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(DIGITS, "0"));
  return amount.startsWith("-") ? -value : value;
}

function textOf(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % ONE)
    .padStart(DIGITS, "0")
    .replace(/0+$/, "");
  const sign = value < 0n ? "-" : "";
  return `${sign}${size / ONE}${fraction === "" ? "" : `.${fraction}`}`;
}
