import { describe, expect, test } from "vitest";
import { isStale, signalAgeMs } from "./signal-age.ts";

const nowMs = Date.parse("2026-06-10T08:42:10.000Z");
const machine = { state: "running", lastValueUtc: "2026-06-10T08:42:00.000Z" } as const;

describe("age of the machine's signal", () => {
  test("it is counted from the last value and never negative", () => {
    expect(signalAgeMs(machine, nowMs)).toBe(10_000);
    expect(signalAgeMs({ ...machine, lastValueUtc: "2026-06-10T08:43:00.000Z" }, nowMs)).toBe(0);
    expect(signalAgeMs({ ...machine, lastValueUtc: null }, nowMs)).toBeNull();
  });

  test("a machine that is heard and has nothing to say is not stale", () => {
    expect(isStale({ ...machine, state: "stopped", lastValueUtc: null }, nowMs)).toBe(false);
  });

  test("without a signal a value is stale after five seconds, and one that never came at once", () => {
    const unheard = { ...machine, state: "no-data" } as const;
    expect(isStale({ ...unheard, lastValueUtc: "2026-06-10T08:42:06.000Z" }, nowMs)).toBe(false);
    expect(isStale(unheard, nowMs)).toBe(true);
    expect(isStale({ ...unheard, lastValueUtc: null }, nowMs)).toBe(true);
  });
});
