import { describe, expect, test } from "vitest";
import type { ReceivedValue } from "./data-value.ts";
import { RepeatedValues } from "./repeated-values.ts";

const AT = new Date("2026-11-23T06:00:00.000Z");
const LATER = new Date("2026-11-23T06:00:01.000Z");
const STRING = 12;

function received(value: unknown, at: Date | null = AT, status = 0): ReceivedValue {
  const dataType = typeof value === "string" ? STRING : 6;
  return { value: { dataType, value }, statusCode: { value: status }, sourceTimestamp: at };
}

/** Both values of one signal after a cut. */
function isRepeated(first: ReceivedValue, second: ReceivedValue): boolean {
  const watch = new RepeatedValues(2);
  watch.isRepeated(1, first);
  watch.look(true);
  return watch.isRepeated(1, second);
}

describe("U4 after a cut", () => {
  test.each<[string, unknown]>([
    ["a number", 7],
    ["minus zero", -0],
    ["not a number", Number.NaN],
    ["a boolean", true],
    ["a text", "PRG-1"],
    ["no value", null],
    ["an integer no double holds", [0x4000_0000, 1]],
  ])("%s that is said once more is found", (_, value) => {
    expect(isRepeated(received(value), received(value))).toBe(true);
  });

  test.each<[string, ReceivedValue, ReceivedValue]>([
    ["another value", received(7), received(8)],
    ["another time", received(7), received(7, LATER)],
    ["another status, be it the overflow bit alone", received(7), received(7, AT, 0x480)],
    ["no source time", received(7, null), received(7, null)],
    ["a text in place of a number", received(7), received("7")],
    ["no value in place of not a number", received(Number.NaN), received(null)],
    ["a structure, which no signal holds", received({ field: 1 }), received({ field: 1 })],
  ])("%s is none", (_, first, second) => {
    expect(isRepeated(first, second)).toBe(false);
  });

  test("each signal is one of its own, and the value in between counts", () => {
    const watch = new RepeatedValues(2);
    watch.isRepeated(0, received(7));
    watch.look(true);
    expect(watch.isRepeated(1, received(7))).toBe(false);
    expect(watch.isRepeated(0, received(8))).toBe(false);
    expect(watch.isRepeated(0, received(7))).toBe(false);
  });
});

test("U4 without a cut two equal values of one second are two values", () => {
  const watch = new RepeatedValues(1);
  watch.isRepeated(0, received(7));
  expect(watch.isRepeated(0, received(7))).toBe(false);
  watch.look(true);
  watch.look(false);
  expect(watch.isRepeated(0, received(7))).toBe(false);
});
