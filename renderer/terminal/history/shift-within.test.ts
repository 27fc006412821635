import { describe, expect, test } from "vitest";
import { shiftWithin } from "./shift-within.ts";

const row = {
  atUtc: "2026-06-10T08:40:00.000Z",
  earliestUtc: "2026-06-10T08:05:30.000Z",
  latestUtc: "2026-06-10T08:52:10.000Z",
};

describe("a time that is moved by keys", () => {
  test.each([
    [-10, -10],
    [-60, -34],
    [12, 12],
    [60, 12],
    [0, 0],
  ])("CR-7 %d minutes become %d: never over the events before and after it", (wanted, kept) => {
    expect(shiftWithin(row, wanted)).toBe(kept);
  });
});
