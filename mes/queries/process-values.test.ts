import { describe, expect, test } from "vitest";
import { MOST_POINTS, processValues, type ValueBucket } from "./process-values.ts";

const bucket = (startSeconds: number, value: number, change: Partial<ValueBucket> = {}): ValueBucket => ({
  machineId: "lathe",
  machineName: "Lathe",
  signalId: "load",
  unit: "%",
  scale: 1,
  startSeconds,
  bucketSeconds: 60,
  min: value - 1,
  max: value + 1,
  integral: value * 60,
  coveredSeconds: 60,
  ...change,
});

describe("process values of a piece", () => {
  test("MA-36 the mean weighs by time, lowest and highest are those of all buckets", () => {
    const short = bucket(120, 100, { integral: 1_000, coveredSeconds: 10 });
    const [value] = processValues([bucket(0, 40), bucket(60, 60), short]);
    expect(value).toMatchObject({
      mean: 53.8462,
      min: 39,
      max: 101,
      points: [40, 60, 100],
      bucketSeconds: 60,
    });
  });

  test("MA-36 values are shown with their scale, also one that turns them round", () => {
    expect(processValues([bucket(0, 40, { scale: -0.1 })])).toMatchObject([
      { mean: -4, min: -4.1, max: -3.9 },
    ]);
  });

  test("MA-36 a gap is a hole in the line, and a long window is thinned", () => {
    expect(processValues([bucket(0, 1), bucket(180, 4)])[0]?.points).toEqual([1, null, null, 4]);
    const long = Array.from({ length: 500 }, (_, index) => bucket(index * 60, index));
    expect(processValues(long)[0]?.points.length).toBeLessThanOrEqual(MOST_POINTS);
  });

  test("MA-36 a signal of which nothing usable was stored has no value", () => {
    expect(processValues([bucket(0, 0, { coveredSeconds: 0, integral: 0, min: null, max: null })])).toEqual(
      [],
    );
  });
});
