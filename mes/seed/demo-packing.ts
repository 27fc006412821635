import type { SsccRange } from "../../shared/domain/packing/sscc-range.ts";

/** A million units for the trial station; the next station would get the next million. */
export function demoSsccRange(stationId: string): SsccRange {
  return {
    ssccRangeId: stationId,
    stationId,
    extensionDigit: 3,
    companyPrefix: "4012345",
    fromSerial: 14_000_000,
    toSerial: 14_999_999,
  };
}
