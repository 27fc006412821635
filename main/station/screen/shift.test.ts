import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftAt, shiftStartUtc } from "./shift.ts";

const WARSAW = "Europe/Warsaw";

describe("shift", () => {
  test.each([
    ["2026-11-23T04:59:59.999Z", WARSAW, "night"],
    ["2026-11-23T05:00:00.000Z", WARSAW, "early"],
    ["2026-11-23T13:00:00.000Z", WARSAW, "late"],
    ["2026-11-23T21:00:00.000Z", WARSAW, "night"],
    ["2026-07-01T04:00:00.000Z", WARSAW, "early"],
    ["2026-11-23T00:29:00.000Z", "Asia/Kolkata", "night"],
    ["2026-11-23T00:30:00.000Z", "Asia/Kolkata", "early"],
    ["2038-01-19T03:14:08.000Z", "UTC", "night"],
  ])("C6 %s in %s is in the %s shift", (atUtc, zone, name) => expect(shiftAt(atUtc, zone).name).toBe(name));

  test.each([
    ["the night before summer time is an hour short", "2026-03-29T03:30:00.000Z", "2026-03-28T21:00:00.000Z"],
    [
      "the early shift after it begins at 6 of the new time",
      "2026-03-29T04:30:00.000Z",
      "2026-03-29T04:00:00.000Z",
    ],
    ["the night of winter time is an hour long", "2026-10-25T04:30:00.000Z", "2026-10-24T20:00:00.000Z"],
    [
      "the early shift after it begins at 6 of the new time",
      "2026-10-25T05:30:00.000Z",
      "2026-10-25T05:00:00.000Z",
    ],
    ["the first instant of a shift is its start", "2026-11-23T05:00:00.000Z", "2026-11-23T05:00:00.000Z"],
  ])("C6 in Warsaw %s", (_what, atUtc, startUtc) => expect(shiftStartUtc(atUtc, WARSAW)).toBe(startUtc));

  test("C6 in any zone a shift began at most 10 hours ago, in itself, right after another one", () => {
    const zones = fc.constantFrom(
      WARSAW,
      "America/New_York",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "UTC",
      "Asia/Kathmandu",
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }), (zone, atMs) => {
        const atUtc = new Date(atMs).toISOString();
        const startUtc = shiftStartUtc(atUtc, zone);
        const startMs = Date.parse(startUtc);
        expect(startMs).toBeLessThanOrEqual(atMs);
        expect(atMs - startMs).toBeLessThan(10 * 3_600_000);
        expect(shiftAt(startUtc, zone)).toEqual(shiftAt(atUtc, zone));
        expect(shiftAt(new Date(startMs - 1).toISOString(), zone).name).not.toBe(shiftAt(atUtc, zone).name);
      }),
    );
  });
});
