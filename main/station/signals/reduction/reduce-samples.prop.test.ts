import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../testing/seeded-random.ts";
import { filedUs, isBad, type SampleColumns } from "../sample-columns.ts";
import { rowsOf, START_US } from "../testing/signal-rig.ts";
import { reduceSamples } from "./reduce-samples.ts";

/** The largest distance of any good sample from the line through what was kept. */
function largestError(raw: SampleColumns, reduced: SampleColumns): number {
  let largest = 0;
  let right = 0;
  for (let row = 0; row < raw.length; row += 1) {
    const value = raw.value[row] ?? 0;
    if (!Number.isFinite(value) || isBad(raw.status[row] ?? 0)) continue;
    const atUs = filedUs(raw, row);
    while (right < reduced.length - 1 && filedUs(reduced, right) < atUs) right += 1;
    largest = Math.max(largest, Math.abs(value - lineAt(reduced, right, atUs)));
  }
  return largest;
}

function lineAt(reduced: SampleColumns, right: number, atUs: number): number {
  const rightUs = filedUs(reduced, right);
  const rightValue = reduced.value[right] ?? 0;
  if (rightUs <= atUs || right === 0) return rightValue;
  const leftUs = filedUs(reduced, right - 1);
  const leftValue = reduced.value[right - 1] ?? 0;
  return leftValue + ((rightValue - leftValue) * (atUs - leftUs)) / (rightUs - leftUs);
}

describe("reduction", () => {
  test("SG-11 no sample is farther from the kept curve than the tolerance, whatever the samples and their steps", () => {
    const step = fc.tuple(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
        (steps, tolerance) => {
          let atUs = START_US;
          const raw = rowsOf(
            steps.map(([us, value]) => {
              atUs += us;
              return { signal: 1, atUs, value };
            }),
          );
          expect(largestError(raw, reduceSamples(raw, { tolerance }))).toBeLessThanOrEqual(tolerance);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("SG-11 bad samples, numbers that are none, and the ends of a run stay as they were", () => {
    const raw = rowsOf([
      { signal: 1, atUs: START_US, value: 1 },
      { signal: 1, atUs: START_US + 1e6, value: 1.001 },
      { signal: 1, atUs: START_US + 2e6, value: 1 },
      { signal: 1, atUs: START_US + 3e6, value: 77, status: 0x80000000 },
      { signal: 1, atUs: START_US + 4e6, value: Number.NaN },
      { signal: 1, atUs: START_US + 5e6, value: 1 },
      { signal: 1, atUs: START_US + 6e6, value: 1 },
    ]);
    const reduced = reduceSamples(raw, { tolerance: 0.5 });
    const times = Array.from(
      { length: reduced.length },
      (_, row) => (filedUs(reduced, row) - START_US) / 1e6,
    );
    expect(times).toEqual([0, 2, 3, 4, 5, 6]);
    expect(reduced.value[2]).toBe(77);
    expect(reduced.value[3]).toBeNaN();
  });

  const random = seededRandom(11);
  const noise = (): number => random() + random() + random() - 1.5;
  test.each<[string, (second: number) => number]>([
    ["oven", (second) => 180 + 60 * (1 - Math.exp(-second / 2_400)) + 0.15 * noise()],
    ["hydraulics", (second) => 120 + 30 * Math.sin(second / 900) + 0.1 * noise()],
    ["level", (second) => 10 + (second % 3_600) / 60 + 0.05 * noise()],
    ["setpoint", (second) => 50 + 10 * Math.floor(second / 1_200)],
  ])(
    "SG-11 a process-like signal (%s) within half a percent of its span keeps fewer than one sample in twenty",
    (_name, valueAt) => {
      const raw = rowsOf(
        Array.from({ length: 14_400 }, (_, second) => ({
          signal: 1,
          atUs: START_US + second * 1e6,
          value: Math.round(valueAt(second) * 1_000) / 1_000,
        })),
      );
      const span = Math.max(...raw.value) - Math.min(...raw.value);
      const reduced = reduceSamples(raw, { tolerance: 0.005 * span });
      expect(largestError(raw, reduced)).toBeLessThanOrEqual(0.005 * span);
      expect(raw.length / reduced.length).toBeGreaterThan(20);
    },
  );
});
