import { z } from "zod";
import { gs1CheckDigit } from "../../lib/gs1-check-digit.ts";

/** Digits that extension, company prefix and serial reference share in an SSCC. */
const REFERENCE_DIGITS = 17;

/** Serial references of SSCCs that belong to one station alone, so that it needs to ask nobody for one. */
export const ssccRangeSchema = z
  .looseObject({
    ssccRangeId: z.string().min(1).max(40),
    stationId: z.string().min(1).max(40),
    /** Chosen by the company; has no meaning. */
    extensionDigit: z.int().min(0).max(9),
    companyPrefix: z.string().regex(/^\d{4,12}$/),
    fromSerial: z.int().nonnegative(),
    toSerial: z.int().nonnegative(),
  })
  .refine(({ fromSerial, toSerial }) => fromSerial <= toSerial, "fromSerial is above toSerial")
  .refine(
    ({ companyPrefix, toSerial }) => String(toSerial).length <= serialDigits(companyPrefix),
    "toSerial has more digits than the company prefix leaves",
  );
export type SsccRange = z.infer<typeof ssccRangeSchema>;

type Space = Pick<SsccRange, "extensionDigit" | "companyPrefix">;

function serialDigits(companyPrefix: string): number {
  return REFERENCE_DIGITS - 1 - companyPrefix.length;
}

/** All 17 digits before the check digit, of which the serial reference is the end. */
function reference({ extensionDigit, companyPrefix }: Space, serial: number): string {
  return `${extensionDigit}${companyPrefix}${String(serial).padStart(serialDigits(companyPrefix), "0")}`;
}

/** SSCC of 18 digits (GS1 General Specifications 3.2.1). */
export function ssccOf(space: Space, serial: number): string {
  const digits = reference(space, serial);
  return `${digits}${gs1CheckDigit(digits)}`;
}

/**
 * Whether two ranges hold a common SSCC. Compared as the digits they become: a longer company prefix may well be a
 * shorter one with its first serial digits.
 */
export function overlap(left: SsccRange, right: SsccRange): boolean {
  return (
    reference(left, left.fromSerial) <= reference(right, right.toSerial) &&
    reference(right, right.fromSerial) <= reference(left, left.toSerial)
  );
}

/** The first two ranges of different ids with a common SSCC. */
export function overlappingRanges(ranges: readonly SsccRange[]): readonly [SsccRange, SsccRange] | undefined {
  const sorted = ranges.toSorted((left, right) =>
    reference(left, left.fromSerial) < reference(right, right.fromSerial) ? -1 : 1,
  );
  let widest = sorted[0];
  for (const range of sorted.slice(1)) {
    if (widest !== undefined && overlap(widest, range)) return [widest, range];
    widest = range;
  }
  return undefined;
}
