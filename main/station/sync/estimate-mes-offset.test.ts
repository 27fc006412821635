import { describe, expect, test } from "vitest";
import type { Instant } from "../../../shared/lib/clock.ts";
import { estimateMesOffsetMs } from "./estimate-mes-offset.ts";

const at = (ms: number, atUtc: string, bootId = "boot-1"): Instant => ({
  atUtc,
  monoNs: String(ms * 1_000_000),
  bootId,
  clockState: "trusted",
});

describe("estimateMesOffsetMs", () => {
  test("I-19 the MES read its clock in the middle of the exchange", () => {
    const sent = at(1000, "2026-11-22T08:00:00.000Z");
    const received = at(1200, "2026-11-22T08:00:00.200Z");
    expect(estimateMesOffsetMs(sent, received, "2026-11-22T08:00:05.100Z")).toBe(5000);
  });

  test("I-20 a wall clock set during the exchange does not lengthen it", () => {
    const sent = at(1000, "2026-11-22T03:00:00.000Z");
    const received = at(1200, "2026-11-22T08:00:00.200Z");
    expect(estimateMesOffsetMs(sent, received, "2026-11-22T08:00:00.100Z")).toBe(0);
  });

  test("I-20 readings of two boots are not subtracted", () => {
    const sent = at(1000, "2026-11-22T08:00:00.000Z", "boot-0");
    const received = at(10, "2026-11-22T08:00:00.200Z");
    expect(estimateMesOffsetMs(sent, received, "2026-11-22T08:00:00.100Z")).toBeUndefined();
  });
});
