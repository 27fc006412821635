import { describe, expect, test } from "vitest";
import { isPlanned } from "./planned-time.ts";

const WARSAW = "Europe/Warsaw";
const week = [
  { days: [1, 2, 3, 4, 5], from: "06:00", to: "14:00" },
  { days: [5], from: "22:00", to: "06:00" },
];

describe("planned time", () => {
  test.each([
    ["Monday, the first minute", "2026-11-23T05:00:00.000Z", true],
    ["Monday, the minute before", "2026-11-23T04:59:59.000Z", false],
    ["Monday, the end is not part of it", "2026-11-23T13:00:00.000Z", false],
    ["Friday night", "2026-11-27T21:30:00.000Z", true],
    ["Saturday morning, still Friday's night", "2026-11-28T04:59:00.000Z", true],
    ["Saturday after it", "2026-11-28T05:00:00.000Z", false],
    ["Sunday", "2026-11-29T09:00:00.000Z", false],
    ["summer time is the plant's time", "2026-07-06T04:00:00.000Z", true],
  ])("MS-18 C6 %s", (_when, atUtc, wanted) => expect(isPlanned(atUtc, week, WARSAW)).toBe(wanted));

  test("MS-18 a window that ends when it begins is a whole day", () => {
    const always = [{ days: [1], from: "06:00", to: "06:00" }];
    expect(isPlanned("2026-11-24T04:59:00.000Z", always, WARSAW)).toBe(true);
    expect(isPlanned("2026-11-24T05:00:00.000Z", always, WARSAW)).toBe(false);
  });
});
