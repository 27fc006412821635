import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changeInsert,
  countParts,
  idleMachine,
  type Lathe,
  measureDiameter,
  newLathe,
  PACKML,
  runMachine,
  setCounter,
  step,
  stopMachine,
} from "./lathe.ts";

const CYCLE_MS = 4_000;

function stepped(lathe: Lathe, steps: readonly number[]): Lathe {
  return steps.reduce((now, dtMs) => step(now, dtMs, CYCLE_MS), lathe);
}

describe("cycle", () => {
  test("a part is counted when its turning ends, not before", () => {
    const turning = step(newLathe(1), 0.84 * CYCLE_MS, CYCLE_MS);
    expect(turning).toMatchObject({ phase: "turn", partCount: 0 });
    expect(step(turning, 0.02 * CYCLE_MS, CYCLE_MS)).toMatchObject({ phase: "unload", partCount: 1 });
  });

  test("the same time in whatever pieces makes the same parts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 60 }), (steps) => {
        const whole = steps.reduce((sum, dtMs) => sum + dtMs, 0);
        const pieces = stepped(newLathe(1), steps);
        expect(Math.abs(pieces.partCount - stepped(newLathe(1), [whole]).partCount)).toBeLessThanOrEqual(1);
        expect(Math.abs(pieces.partCount - whole / CYCLE_MS)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("stopped and idle machines make nothing; running again goes on", () => {
    const before = step(newLathe(1), 10_000, CYCLE_MS);
    for (const halt of [stopMachine, idleMachine]) {
      const halted = step(halt(before), 60_000, CYCLE_MS);
      expect(halted.partCount).toBe(before.partCount);
      expect(step(runMachine(halted), CYCLE_MS, CYCLE_MS).partCount).toBe(before.partCount + 1);
    }
    expect(stopMachine(before).packmlState).toBe(PACKML.stopped);
    expect(idleMachine(before).packmlState).toBe(PACKML.idle);
  });

  test("the same seed gives the same run", () => {
    const run = (seed: number) =>
      stepped(
        newLathe(seed),
        Array.from({ length: 200 }, () => 100),
      );
    expect(run(7)).toEqual(run(7));
    expect(run(8).spindleLoadPercent).not.toBe(run(7).spindleLoadPercent);
  });
});

describe("counter", () => {
  test("rolls over like the controller's 32 bits", () => {
    expect(countParts(setCounter(newLathe(1), 0xffff_ffff), 1).partCount).toBe(0);
  });
});

describe("insert", () => {
  test("wears with the parts, never beyond its end, and raises load and diameter", () => {
    const worn = countParts(newLathe(1), 10_000);
    expect(worn.toolWear).toBe(1);
    const turning = (lathe: Lathe) => step(lathe, 0.5 * CYCLE_MS, CYCLE_MS).spindleLoadPercent;
    expect(turning(worn)).toBeGreaterThan(turning(changeInsert(worn)) + 20);
    expect(meanDiameter(worn)).toBeGreaterThan(meanDiameter(changeInsert(worn)) + 0.006);
  });

  test("diameters are plausible: 39.988 and a few thousandths, three decimals", () => {
    let lathe = newLathe(3);
    for (let part = 0; part < 400; part += 1) {
      const [diameterMm, next] = measureDiameter(countParts(lathe, 1));
      lathe = next;
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
