import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasGs1CheckDigit } from "../../lib/gs1-check-digit.ts";
import { afterRollback, type GivenSsccs, nextSscc, spaceOf, withGiven } from "./given-ssccs.ts";
import { overlap, overlappingRanges, type SsccRange, ssccOf, ssccRangeSchema } from "./sscc-range.ts";

const anyRange: fc.Arbitrary<SsccRange> = fc
  .record({
    extensionDigit: fc.integer({ min: 0, max: 1 }),
    companyPrefix: fc.constantFrom("4012345", "40123450", "40123451"),
    start: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ start, length, ...space }) => ({
    ssccRangeId: "r",
    stationId: "WS-1",
    ...space,
    fromSerial: start,
    toSerial: start + length,
  }));

function allOf(range: SsccRange): readonly string[] {
  const count = range.toSerial - range.fromSerial + 1;
  return Array.from({ length: count }, (_, index) => ssccOf(range, range.fromSerial + index));
}

function give(given: ReadonlyMap<string, GivenSsccs>, range: SsccRange) {
  const next = nextSscc(given, range);
  if (next === undefined) return undefined;
  const space = spaceOf(range);
  const row = withGiven(given.get(space) ?? { space, spans: [] }, next.serial, next.serial);
  return { sscc: next.sscc, given: new Map(given).set(space, row) };
}

describe("SSCCs of a station", () => {
  test("PK-2 each has 18 digits and the right check digit", () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        for (const sscc of allOf(range)) expect(hasGs1CheckDigit(sscc) && sscc.length === 18).toBe(true);
      }),
    );
    // GS1 General Specifications: extension 0, prefix 0614141, serial 123456789.
    const space = { extensionDigit: 0, companyPrefix: "0614141" };
    expect(ssccOf(space, 123_456_789)).toBe("006141411234567890");
  });

  test("PK-3 none is given twice, whatever ranges follow one another and however often an older copy is put back", () => {
    const steps = fc.array(fc.oneof(anyRange, fc.constant("rollback" as const)), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (all) => {
        let given: ReadonlyMap<string, GivenSsccs> = new Map();
        const seen = new Set<string>();
        for (const step of all) {
          if (step === "rollback") {
            given = new Map([...given, ...afterRollback(given).map((row) => [row.space, row] as const)]);
            continue;
          }
          const next = give(given, step);
          if (next === undefined) continue;
          expect(seen.has(next.sscc)).toBe(false);
          seen.add(next.sscc);
          given = next.given;
        }
      }),
    );
  });

  test("PK-3 a range is used to its last number and then refused", () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        let given: ReadonlyMap<string, GivenSsccs> = new Map();
        const seen: string[] = [];
        for (let next = give(given, range); next !== undefined; next = give(given, range)) {
          seen.push(next.sscc);
          given = next.given;
        }
        expect(seen).toEqual(allOf(range));
      }),
      { numRuns: 40 },
    );
  });

  test("PK-4 what was given after the copy that was put back is left out", () => {
    const range = { ssccRangeId: "r", stationId: "WS-1", extensionDigit: 3, companyPrefix: "4012345" };
    const full = { ...range, fromSerial: 0, toSerial: 9_999 };
    const copy = give(new Map(), full)?.given ?? new Map<string, GivenSsccs>();
    const restored = new Map(afterRollback(copy).map((row) => [row.space, row] as const));
    expect(nextSscc(restored, full)?.serial).toBe(1_001);
    const empty = new Map(afterRollback(new Map()).map((row) => [row.space, row] as const));
    expect(nextSscc(empty, full)?.serial).toBe(1_000);
  });

  test("PK-4 two ranges overlap exactly when they hold a common SSCC, also across lengths of company prefixes", () => {
    fc.assert(
      fc.property(anyRange, anyRange, (left, right) => {
        const mine = new Set(allOf(left));
        const common = allOf(right).some((sscc) => mine.has(sscc));
        expect(overlap(left, right)).toBe(common);
        expect(overlappingRanges([left, right]) !== undefined).toBe(common);
      }),
    );
  });

  test.each([
    [{ fromSerial: 5, toSerial: 4 }, "fromSerial is above"],
    [{ companyPrefix: "401234567890", fromSerial: 0, toSerial: 10_000 }, "more digits"],
    [{ companyPrefix: "40A" }, "companyPrefix"],
  ])("PK-4 a range that cannot be is refused: %j", (wrong, words) => {
    const range = { ssccRangeId: "r", stationId: "s", extensionDigit: 3, companyPrefix: "4012345" };
    const parsed = ssccRangeSchema.safeParse({ ...range, fromSerial: 0, toSerial: 9, ...wrong });
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain(words);
  });
});
