import { describe, expect, test } from "vitest";
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

  test("C7 I-20 each reading carries the boot and a monotonic time that only grows", () => {
    const clock = systemClock(undefined);
    const [first, second] = [clock.now(), clock.now()];
    expect(second.bootId).toBe(first.bootId);
    expect(BigInt(second.monoNs)).toBeGreaterThanOrEqual(BigInt(first.monoNs));
  });
});
