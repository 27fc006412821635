import { describe, expect, test } from "vitest";
import type { Deed } from "../deed.ts";
import { activityOfOven, newOven, type Oven, performOnOven, stepOven } from "./oven.ts";

const HOUR_MS = 3_600_000;

function lived(oven: Oven, ms: number, look: (oven: Oven) => void = () => undefined): Oven {
  let now = oven;
  for (let passed = 0; passed < ms; passed += 1_000) {
    now = stepOven(now, 1_000);
    look(now);
  }
  return now;
}

function done(oven: Oven, ...deeds: readonly Deed[]): Oven {
  return deeds.reduce((now, deed) => {
    const result = performOnOven(now, deed);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }, oven);
}

const quiet = () => done(newOven(1), { kind: "chance", isOn: false });

describe("oven", () => {
  test("works batch after batch, with whatever happens by itself, and never trips by itself", () => {
    const after = lived(newOven(5), 12 * HOUR_MS, ({ conditions }) =>
      expect(conditions.alarms).not.toContain("over-temperature"),
    );
    expect(after.batchCount).toBeGreaterThan(15);
    expect(after.made).toBe(after.batchCount * 120);
    expect(after.energyKwh).toBeGreaterThan(50);
  });

  test("no temperature ever jumps; the set point is reached and held", () => {
    let before = quiet();
    lived(before, 3 * HOUR_MS, (now) => {
      now.zones.forEach((zone, index) => {
        expect(Math.abs(zone.temperatureC - (before.zones[index]?.temperatureC ?? 0))).toBeLessThan(2);
        if (now.step === "soak" && now.stepElapsedMs > 240_000) {
          expect(Math.abs(zone.temperatureC - zone.setPointC)).toBeLessThan(4);
        }
      });
      before = now;
    });
  });

  test("an open door costs heat, a worn heater the set point", () => {
    const soaking = (oven: Oven) => {
      let now = oven;
      for (let second = 0; second < 7_200 && now.step !== "soak"; second += 1) now = stepOven(now, 1_000);
      return now;
    };
    const hot = soaking(quiet());
    expect(hot.step).toBe("soak");
    const open = lived({ ...hot, isDoorOpen: true }, 60_000);
    expect(open.zones[0]?.temperatureC).toBeLessThan((lived(hot, 60_000).zones[0]?.temperatureC ?? 0) - 5);
    const worn = lived(done(hot, { kind: "wear", part: "heater", percent: 90 }), 400_000);
    expect(worn.conditions.alarms).toContain("zone-low");
  });

  test("stopped it cools down and makes nothing; a fault holds until it is cleared", () => {
    const warm = lived(quiet(), HOUR_MS);
    const stopped = lived(done(warm, { kind: "drive", to: "stop" }), 4 * HOUR_MS);
    expect(stopped.batchCount).toBe(warm.batchCount);
    expect(stopped.zones.every(({ temperatureC }) => temperatureC < 40)).toBe(true);
    const failed = done(warm, { kind: "alarm", to: "raise", code: "heater-failed" });
    expect(activityOfOven(lived(failed, 60_000))).toBe("fault");
    expect(activityOfOven(done(failed, { kind: "alarm", to: "clear", code: "heater-failed" }))).toBe(
      "running",
    );
  });
});
