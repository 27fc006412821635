import { describe, expect, test } from "vitest";
import { countingReadings, isLate, type TakenReadings, taking } from "./late-readings.ts";

const HOUR_MS = 3_600_000;
const taken = (...readings: readonly (readonly [sourceMs: number, value: number])[]): TakenReadings =>
  readings.reduce<TakenReadings>(
    (all, [sourceMs, value]) => taking(all, { sourceMs: HOUR_MS + sourceMs, value }),
    [],
  );
const late = (all: TakenReadings, sourceMs: number, value: number): boolean =>
  isLate(all, { sourceMs: HOUR_MS + sourceMs, value });

describe("late readings", () => {
  const rising = taken([0, 5], [1_000, 6], [3_000, 9]);
  test("MC-2 U4 a reading that comes again is late", () => expect(late(rising, 1_000, 6)).toBe(true));
  test("MC-2 U4 one that was overtaken is late", () => expect(late(rising, 2_000, 7)).toBe(true));
  test("MC-2 the next one is not", () => expect(late(rising, 4_000, 9)).toBe(false));
  test("MC-2 U6 a reset is not, whatever the machine's clock does with it", () => {
    expect(late(rising, 4_000, 0)).toBe(false);
    expect(late(rising, -HOUR_MS, 0)).toBe(false);
  });
  test("MC-2 U7 a clock set back makes no new reading late", () => expect(late(rising, 500, 10)).toBe(false));
  test("MC-2 U7 between two readings with a jump of the clock nothing is late", () => {
    expect(late(taken([0, 5], [20 * HOUR_MS, 300]), HOUR_MS, 100)).toBe(false);
  });
  test("MC-2 U6 what was overtaken at a wrap is late on either side of it", () => {
    const wrapped = taken([0, 65_530], [3_000, 4]);
    expect([late(wrapped, 1_000, 65_534), late(wrapped, 2_000, 1)]).toEqual([true, true]);
    expect(late(wrapped, 2_000, 500)).toBe(false);
  });
});

describe("counting readings", () => {
  const readings = (...values: readonly number[]) =>
    values.map((value) => ({ value, statusCode: 0, sourceUtc: null }));
  const kept = (values: readonly number[], previous?: number) =>
    countingReadings(readings(...values), previous).map(({ value }) => value);

  test("MC-8 of a rising batch the newest is enough", () => expect(kept([6, 7, 9], 5)).toEqual([9]));
  test("MC-8 U6 both sides of a reset are kept", () => expect(kept([6, 9, 0, 3, 4], 5)).toEqual([9, 0, 4]));
  test("MC-8 U6 a reset at the edge of a batch is not hidden by the pieces after it", () => {
    expect(kept([0, 3, 11], 5)).toEqual([0, 11]);
  });
  test("MC-8 U5 a bad value is none of them", () => {
    const bad = { value: 0, statusCode: 0x80310000, sourceUtc: null };
    expect(countingReadings([...readings(7), bad], 5)).toEqual(readings(7));
  });
});
