import { describe, expect, test } from "vitest";
import { trendScale } from "./trend-scale.ts";

const every = (stepMs: number, value: readonly (number | null)[]) => ({
  atMs: value.map((_, place) => place * stepMs),
  value,
});

describe("scale of a trend", () => {
  test("the line fills the plot with a little room, and what is usual leaves out rare peaks", () => {
    const value = Array.from({ length: 100 }, (_, place) => (place === 50 ? 90 : 40 + (place % 10)));
    const scale = trendScale(every(1_000, value));
    expect(scale?.min).toBeLessThan(40);
    expect(scale?.max).toBeGreaterThan(90);
    expect(scale?.usual).toEqual({ from: 40, to: 49 });
  });

  test("how long a value was in force counts, not how often it came", () => {
    const atMs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100_000];
    const value = [1, 2, 3, 4, 5, 6, 7, 8, 50, 50];
    expect(trendScale({ atMs, value })?.usual).toEqual({ from: 50, to: 50 });
  });

  test("a value that never changes lies in the middle", () => {
    const scale = trendScale(
      every(
        1_000,
        Array.from({ length: 20 }, () => 5),
      ),
    );
    expect(5 - (scale?.min ?? 5)).toBeCloseTo((scale?.max ?? 5) - 5);
    expect(scale?.max).toBeGreaterThan(5);
  });

  test("MM-13 limits of what is normal lie in the plot, unless they would flatten the line", () => {
    const curve = every(1_000, [40, 50]);
    expect(trendScale(curve, { low: 35, high: 55 })).toMatchObject({ limits: { low: 35, high: 55 } });
    expect(trendScale(curve, { low: 35, high: 55 })?.min).toBeLessThan(35);
    expect(trendScale(curve, { low: 35, high: 55 })?.max).toBeGreaterThan(55);
    expect(trendScale(curve, { low: 35, high: 9_000 })?.max).toBeLessThan(60);
  });

  test("gaps are no values, and one value alone is no line", () => {
    expect(trendScale(every(1_000, [1, null]))).toBeNull();
    expect(trendScale({ atMs: [], value: [] })).toBeNull();
  });
});
