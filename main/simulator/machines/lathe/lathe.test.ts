import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deed } from "../deed.ts";
import {
  activityOfLathe,
  type Lathe,
  measureDiameter,
  newLathe,
  performOnLathe,
  stepLathe,
} from "./lathe.ts";

const CYCLE_MS = 4_000;

function stepped(lathe: Lathe, steps: readonly number[]): Lathe {
  return steps.reduce((now, dtMs) => stepLathe(now, dtMs), lathe);
}

function done(lathe: Lathe, deed: Deed): Lathe {
  const result = performOnLathe(lathe, deed);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

const lasting = (ms: number) => Array.from({ length: ms / 100 }, () => 100);

describe("cycle", () => {
  test("a part is counted when its turning ends, not before", () => {
    const turning = stepLathe(newLathe(1, CYCLE_MS), 0.84 * CYCLE_MS);
    expect(turning).toMatchObject({ phase: "turn", partCount: 0 });
    expect(stepLathe(turning, 0.02 * CYCLE_MS)).toMatchObject({ phase: "unload", partCount: 1 });
  });

  test("the same time in whatever pieces makes as many parts as its scatter allows", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 60 }), (steps) => {
        const whole = steps.reduce((sum, dtMs) => sum + dtMs, 0);
        const parts = stepped(newLathe(1, CYCLE_MS), steps).partCount;
        expect(Math.abs(parts - whole / CYCLE_MS)).toBeLessThanOrEqual(1 + 0.05 * (whole / CYCLE_MS));
      }),
    );
  });

  test.each(["stop", "idle", "set-up", "break"] as const)(
    "%s: makes nothing; running again goes on",
    (to) => {
      const before = stepped(newLathe(1, CYCLE_MS), lasting(10_000));
      const halted = stepped(done(before, { kind: "drive", to }), lasting(60_000));
      expect(halted.partCount).toBe(before.partCount);
      const again = stepped(done(halted, { kind: "drive", to: "run" }), lasting(CYCLE_MS + 200));
      expect(again.partCount).toBe(before.partCount + 1);
    },
  );

  test("without material or with a fault it stands, and says which", () => {
    const starved = done(newLathe(1, CYCLE_MS), { kind: "material", to: "starve" });
    expect(activityOfLathe(starved)).toBe("starved");
    const jammed = done(starved, { kind: "alarm", to: "raise", code: "chip-jam" });
    expect(activityOfLathe(jammed)).toBe("fault");
    expect(activityOfLathe(done(jammed, { kind: "alarm", to: "clear", code: "all" }))).toBe("starved");
    const refused = performOnLathe(starved, { kind: "alarm", to: "raise", code: "no-such" });
    expect(refused.ok ? "accepted" : refused.refusal).toContain("coolant-low");
  });
});

describe("counter", () => {
  test("U6 rolls over like the controller's 32 bits; what was made is still known", () => {
    const rushed = done(done(newLathe(1, CYCLE_MS), { kind: "counter", to: 0xffff_ffff }), {
      kind: "count",
      parts: 2,
    });
    expect(stepped(rushed, [1, 1, 1])).toMatchObject({ partCount: 1, made: 2, toRush: 0 });
  });
});

describe("wear", () => {
  const worn = (part: string, percent: number) =>
    done(newLathe(1, CYCLE_MS), { kind: "wear", part, percent });

  test("of the insert raises load and diameter, and its end is an alarm that stops nothing", () => {
    const turning = (lathe: Lathe) => stepLathe(lathe, 0.5 * CYCLE_MS);
    const [fresh, blunt] = [turning(worn("insert", 0)), turning(worn("insert", 100))];
    expect(blunt.spindleLoadPercent).toBeGreaterThan(fresh.spindleLoadPercent + 20);
    expect(meanDiameter(worn("insert", 100))).toBeGreaterThan(meanDiameter(worn("insert", 0)) + 0.006);
    expect(blunt.conditions.alarms).toContain("insert-worn");
    expect(activityOfLathe(blunt)).toBe("running");
  });

  test("of the bearing: vibration rises, then an alarm, then it seizes", () => {
    const turning = (percent: number) => stepped(worn("bearing", percent), lasting(3_000));
    expect(turning(20).vibrationMmS).toBeLessThan(2);
    expect(turning(70).vibrationMmS).toBeGreaterThan(3);
    expect(turning(95).conditions.alarms).toContain("spindle-vibration");
    expect(activityOfLathe(turning(95))).toBe("running");
    expect(activityOfLathe(turning(100))).toBe("fault");
  });

  test("left alone, a damaged bearing damages itself until it fails, warned of before", () => {
    let lathe = worn("bearing", 80);
    let warnedMs: number | undefined;
    for (let ms = 0; activityOfLathe(lathe) === "running" && ms < 200 * 3_600_000; ms += 1_000) {
      lathe = stepLathe(lathe, 1_000);
      if (lathe.conditions.alarms.includes("spindle-vibration")) warnedMs ??= ms;
    }
    expect(activityOfLathe(lathe)).toBe("fault");
    expect(warnedMs).toBeGreaterThan(0);
    expect(lathe.runningMs - (warnedMs ?? 0)).toBeGreaterThan(600_000);
  });

  test("an unknown part is refused with those there are", () => {
    expect(performOnLathe(newLathe(1, CYCLE_MS), { kind: "wear", part: "door", percent: 5 })).toEqual({
      ok: false,
      refusal: 'there is no part "door" to wear; there are: insert, bearing',
    });
  });
});

describe("gauge", () => {
  test("diameters are plausible: 39.988 and a few thousandths, three decimals", () => {
    let lathe = newLathe(3, CYCLE_MS);
    for (let part = 0; part < 400; part += 1) {
      const [diameterMm, next] = measureDiameter(lathe);
      lathe = stepLathe(next, CYCLE_MS);
      expect(diameterMm).toMatch(/^\d\d\.\d{3}$/);
      expect(Number(diameterMm)).toBeGreaterThan(39.98);
      expect(Number(diameterMm)).toBeLessThan(40);
    }
  });
});

function meanDiameter(lathe: Lathe): number {
  let now = lathe;
  let sum = 0;
  for (let part = 0; part < 200; part += 1) {
    const [diameterMm, next] = measureDiameter(now);
    sum += Number(diameterMm);
    now = next;
  }
  return sum / 200;
}
