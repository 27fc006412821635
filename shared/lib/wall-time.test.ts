import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOfWallMs, wallMsAt } from "./wall-time.ts";

const zones = [
  "Europe/Warsaw",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "UTC",
] as const;
const instants = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2040, 0) });

describe("wall time", () => {
  test.each([
    ["an ordinary winter's day", "2026-11-23T06:00", "Europe/Warsaw", "2026-11-23T05:00:00.000Z"],
    [
      "02:30 in spring is skipped: 3 o'clock of the new time",
      "2026-03-29T02:30",
      "Europe/Warsaw",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "02:30 in autumn comes twice: the first",
      "2026-10-25T02:30",
      "Europe/Warsaw",
      "2026-10-25T00:30:00.000Z",
    ],
    ["half an hour is skipped", "2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
    ["a whole day is skipped", "2011-12-30T12:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["after 32 bits of seconds", "2038-01-19T04:14", "Europe/Warsaw", "2038-01-19T03:14:00.000Z"],
  ])("C6 %s", (_what, wall, zone, instant) => {
    expect(new Date(instantOfWallMs(Date.parse(`${wall}Z`), zone)).toISOString()).toBe(instant);
  });

  test("C6 the wall time of an instant leads back to it, or to the hour before that showed the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, atMs) => {
        const wallMs = wallMsAt(atMs, zone);
        const back = instantOfWallMs(wallMs, zone);
        expect(wallMsAt(back, zone)).toBe(wallMs);
        expect(back).toBeLessThanOrEqual(atMs);
      }),
    );
  });

  test("C6 a later wall time is never an earlier instant", () => {
    const stepsMs = fc.integer({ min: 0, max: 4 * 3_600_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, stepsMs, (zone, wallMs, stepMs) => {
        expect(instantOfWallMs(wallMs + stepMs, zone)).toBeGreaterThanOrEqual(instantOfWallMs(wallMs, zone));
      }),
    );
  });
});
