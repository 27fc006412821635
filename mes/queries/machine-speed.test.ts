import { describe, expect, test } from "vitest";
import { machineSpeed, type SpeedMinute } from "./machine-speed.ts";

const START = Date.UTC(2026, 10, 23, 10) / 1000;

function minute(index: number, change: Partial<SpeedMinute> = {}): SpeedMinute {
  return {
    signalId: "good",
    meaning: "count-good",
    unit: "",
    scale: 1,
    startSeconds: START + index * 60,
    count: 2,
    first: 100 + index * 6,
    last: 106 + index * 6,
    integral: 0,
    coveredSeconds: 60,
    ...change,
  };
}

describe("speed of a machine", () => {
  test("RU-7 pieces per minute are what the counter rose by, over the time it was heard", () => {
    const speed = machineSpeed([minute(0), minute(1), minute(2)]);
    expect(speed).toEqual({
      kind: "pieces-per-minute",
      value: 6,
      unit: "",
      atUtc: "2026-11-23T10:03:00.000Z",
    });
    const halfHeard = machineSpeed([minute(0), minute(1, { coveredSeconds: 30 })]);
    expect(halfHeard?.value).toBe(8);
  });

  test("RU-7 a minute without a piece lowers the speed, several pieces a count raise it", () => {
    const still = minute(1, { count: 0, first: null, last: null });
    expect(machineSpeed([minute(0), still])?.value).toBe(3);
    expect(machineSpeed([minute(0, { scale: 4 }), minute(1, { scale: 4 })])?.value).toBe(24);
  });

  test("RU-7 a counter that was set back makes no negative pieces", () => {
    expect(machineSpeed([minute(0), minute(1, { first: 0, last: 6 })])?.value).toBe(6);
  });

  test("RU-7 good pieces come before all pieces, pieces before the speed signal", () => {
    const all = minute(0, { signalId: "all", meaning: "count-total", last: 112 });
    const spindle = minute(0, { signalId: "s", meaning: "speed", integral: 60_000, unit: "/min", scale: 2 });
    expect(machineSpeed([spindle, all, minute(0)])?.value).toBe(6);
    expect(machineSpeed([spindle, all])?.value).toBe(12);
    expect(machineSpeed([spindle])).toMatchObject({ kind: "measured", value: 2000, unit: "/min" });
  });

  test("RU-7 nothing heard is no speed, not zero", () => {
    expect(machineSpeed([])).toBeNull();
    expect(machineSpeed([minute(0, { coveredSeconds: 0 })])).toBeNull();
  });
});
