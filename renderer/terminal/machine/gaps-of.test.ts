import { describe, expect, test } from "vitest";
import { gapsOf } from "./draw-trend.ts";

const spanMs = 100;

describe("I-14 gaps of a trend", () => {
  test("a line from end to end has none", () => {
    expect(gapsOf({ spanMs, curve: { atMs: [0, 50, 100], value: [1, 2, 2] } })).toEqual([]);
  });

  test("before the first value, from a break to the next value, and after the last break", () => {
    const curve = { atMs: [10, 40, 60, 80], value: [1, null, 2, null] };
    expect(gapsOf({ spanMs, curve })).toEqual([
      { fromMs: 0, toMs: 10 },
      { fromMs: 40, toMs: 60 },
      { fromMs: 80, toMs: 100 },
    ]);
  });

  test("nothing at all is one gap", () => {
    expect(gapsOf({ spanMs, curve: { atMs: [], value: [] } })).toEqual([{ fromMs: 0, toMs: 100 }]);
  });
});
