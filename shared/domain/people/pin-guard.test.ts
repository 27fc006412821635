import { describe, expect, test } from "vitest";
import type { Instant } from "../../lib/clock.ts";
import {
  afterPinTry,
  carriedOver,
  guardOf,
  isPinLocked,
  type PinGuard,
  pinPauseLeftMs,
} from "./pin-guard.ts";

const MINUTE_MS = 60_000;

const at = (monoMs: number, rest: Partial<Instant> = {}): Instant => ({
  atUtc: "2026-11-23T06:00:00.000Z",
  monoNs: String(BigInt(monoMs) * 1_000_000n),
  bootId: "boot-1",
  clockState: "trusted",
  ...rest,
});

/** So many wrong tries, each as soon as it is let in. */
function triesInARow(count: number): { guard: PinGuard; monoMs: number; times: readonly number[] } {
  let guard: PinGuard | undefined;
  let monoMs = 0;
  const times: number[] = [];
  for (let tried = 0; tried < count; tried += 1) {
    monoMs += pinPauseLeftMs(guard, at(monoMs));
    guard = afterPinTry(guard, { now: at(monoMs), pinHash: "hash-1" });
    times.push(monoMs);
  }
  if (guard === undefined) throw new Error("no tries");
  return { guard, monoMs, times };
}

describe("L1 tries of PINs", () => {
  test.each([
    [4, 0],
    [5, 1],
    [6, 0],
    [10, 2],
    [15, 4],
    [20, 8],
    [25, 15],
    [100, 15],
    [5_000, 15],
  ])("after %i in a row there is a pause of %i minutes", (count, minutes) => {
    const { guard, monoMs } = triesInARow(count);
    expect(pinPauseLeftMs(guard, at(monoMs))).toBe(minutes * MINUTE_MS);
    expect(pinPauseLeftMs(guard, at(monoMs + minutes * MINUTE_MS))).toBe(0);
  });

  test("after the first quarter of an hour no quarter of an hour sees more than ten", () => {
    const { times } = triesInARow(200);
    const later = times.filter((time) => time > 15 * MINUTE_MS);
    const most = later.map(
      (from) => later.filter((time) => time >= from && time < from + 15 * MINUTE_MS).length,
    );
    expect(Math.max(...most)).toBeLessThanOrEqual(10);
  });

  test("a wall clock put forward a year or back a day shortens and lengthens nothing", () => {
    const { guard, monoMs } = triesInARow(5);
    for (const atUtc of ["2027-11-23T06:00:00.000Z", "2026-11-22T06:00:00.000Z"]) {
      expect(pinPauseLeftMs(guard, at(monoMs + 59_999, { atUtc }))).toBe(1);
      expect(pinPauseLeftMs(guard, at(monoMs + 60_000, { atUtc }))).toBe(0);
    }
  });

  test("after a hundred in a row there are no more, by any clock, until the MES sends another PIN", () => {
    expect(isPinLocked(undefined)).toBe(false);
    expect(isPinLocked(triesInARow(99).guard)).toBe(false);
    const { guard } = triesInARow(100);
    expect(isPinLocked(guard)).toBe(true);
    expect(isPinLocked(carriedOver(guard, at(0, { bootId: "boot-2" })))).toBe(true);
    expect(guardOf(guard, "hash-1")).toBe(guard);
    expect(guardOf(guard, "hash-2")).toBeUndefined();
    expect(isPinLocked(guardOf({ ...guard, pinHash: null }, "hash-2"))).toBe(true);
  });

  test("after a boot the pause begins anew, whatever the wall clock says; within one it goes on", () => {
    const { guard, monoMs } = triesInARow(5);
    const booted = at(7, { bootId: "boot-2", atUtc: "2030-01-01T00:00:00.000Z" });
    expect(pinPauseLeftMs(carriedOver(guard, booted), booted)).toBe(MINUTE_MS);
    expect(carriedOver(guard, booted).triesInARow).toBe(5);
    expect(carriedOver(guard, at(monoMs + 5))).toBe(guard);
  });
});
