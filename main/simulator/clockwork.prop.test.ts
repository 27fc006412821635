import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clockwork, passTime } from "./clockwork.ts";
import { latheDesign } from "./machines/lathe/lathe-design.ts";
import type { MachineDesign } from "./machines/machine-design.ts";
import { ovenDesign } from "./machines/oven/oven-design.ts";
import { packingLineDesign } from "./machines/packing-line/packing-line-design.ts";
import { pressDesign } from "./machines/press/press-design.ts";

const LONG_MS = 300_000;

/** All that a machine tells during a time, which passes in portions as a clock gives them. */
function history<State>(design: MachineDesign<State>, seed: number, portionsMs: readonly number[]): string[] {
  let clockwork: Clockwork<State> = { state: design.model.start(seed), owedMs: 0 };
  const told: string[] = [];
  let passedMs = 0;
  for (let index = 0; passedMs < LONG_MS; index += 1) {
    const portionMs = Math.min(portionsMs[index % portionsMs.length] ?? 1, LONG_MS - passedMs);
    passedMs += portionMs;
    clockwork = passTime(clockwork, {
      model: design.model,
      machineMs: portionMs,
      onStep: (state) => {
        const values = design.signals.map(({ valueIn }) => valueIn(state, new Date(0)));
        told.push(JSON.stringify(values));
      },
    });
  }
  return told;
}

function check<State>(design: MachineDesign<State>): void {
  const portions = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), portions, (seed, portionsMs) => {
      const slow = history(design, seed, [100]);
      expect(history(design, seed, portionsMs)).toEqual(slow);
      expect(new Set(slow).size).toBeGreaterThan(10);
    }),
    { numRuns: 3 },
  );
}

describe("the same seed gives the same history, at whatever speed", () => {
  test("lathe", () => check(latheDesign(4_000)));
  test("press", () => check(pressDesign()));
  test("packing line", () => check(packingLineDesign()));
  test("oven", () => check(ovenDesign()));

  test("another seed, another history", () => {
    expect(history(pressDesign(), 1, [100])).not.toEqual(history(pressDesign(), 2, [100]));
  });
});
