import { describe, expect, test } from "vitest";
import { monotonicClock } from "./monotonic-clock.ts";
import { systemClock } from "./system-clock.ts";

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const HOUR_MS = 3_600_000;

describe("system clock", () => {
  test("C1 C3 a wall clock well behind the newest entry is not believed, and booking goes on", () => {
    expect(systemClock(inMs(HOUR_MS)).now()).toMatchObject({ clockState: "unknown" });
  });

  test("C4 a few minutes behind are a correction, not a fault", () => {
    expect(systemClock(inMs(60_000)).now()).toMatchObject({ clockState: "trusted" });
    expect(systemClock(inMs(-HOUR_MS)).now()).toMatchObject({ clockState: "trusted" });
    expect(systemClock(undefined).now()).toMatchObject({ clockState: "trusted" });
  });

  test("C1 with a dead battery time goes on from what was last believed, and is marked", () => {
    const at = { wallMs: Date.UTC(1970, 0, 1), monoMs: 5_000 };
    const readings = { wallMs: () => at.wallMs, monoNs: () => BigInt(at.monoMs) * 1_000_000n };
    const clock = systemClock("2026-11-23T09:00:00.000Z", readings);
    at.wallMs += 60_000;
    at.monoMs += 60_000;
    expect(clock.now()).toMatchObject({ atUtc: "2026-11-23T09:01:00.000Z", clockState: "unknown" });
    at.wallMs = Date.UTC(2026, 10, 23, 12); // the network has told it
    expect(clock.now()).toMatchObject({ atUtc: "2026-11-23T12:00:00.000Z", clockState: "trusted" });
    at.wallMs = 0;
    at.monoMs += 1_000;
    expect(clock.now()).toMatchObject({ atUtc: "2026-11-23T12:00:01.000Z", clockState: "unknown" });
    at.wallMs = Date.UTC(2027, 10, 23);
    expect(clock.now()).toMatchObject({ atUtc: "2027-11-23T00:00:00.000Z", clockState: "trusted" });
    at.wallMs = 0; // nothing is left of the year ahead
    expect(clock.now()).toMatchObject({ atUtc: "2026-11-23T12:00:01.000Z", clockState: "unknown" });
  });

  test("C7 I-20 each reading carries the boot and a monotonic time that only grows", () => {
    const clock = systemClock(undefined);
    const [first, second] = [clock.now(), clock.now()];
    expect(second.bootId).toBe(first.bootId);
    expect(BigInt(second.monoNs)).toBeGreaterThanOrEqual(BigInt(first.monoNs));
  });

  test("P9 ten minutes of sleep are ten minutes; small differences of the two clocks are none, and it never goes back", () => {
    const hands = { awakeS: 100, uptimeS: 100 };
    const clock = monotonicClock({
      awakeNs: () => BigInt(Math.round(hands.awakeS * 1e9)),
      uptimeS: () => hands.uptimeS,
    });
    const atS = (awakeS: number, uptimeS: number): number => {
      Object.assign(hands, { awakeS, uptimeS });
      return Number(clock()) / 1e9;
    };
    expect(atS(100, 100.4)).toBe(100);
    expect(atS(101, 701)).toBe(701);
    expect(atS(102, 701.9)).toBe(702);
    expect(atS(103, 703.2)).toBe(703);
    expect(atS(104, 0)).toBe(704);
  });
});
