import { expect, test } from "vitest";
import { chartScale } from "./chart-scale.ts";

test("the scale follows from the tolerance, with a margin on both sides", () => {
  const scale = chartScale({ lowerLimit: "39.975", upperLimit: "40.000", nominal: "39.988" });
  expect(scale).toMatchObject({ lower: 39.975, upper: 40, nominal: 39.988 });
  expect(scale?.meanMin).toBeCloseTo(39.97125, 6);
  expect(scale?.meanMax).toBeCloseTo(40.00375, 6);
  expect(scale?.rangeMax).toBeCloseTo(0.025, 6);
});

test.each([
  ["40.000", "40.000"],
  ["40.000", "39.975"],
  ["x", "40.000"],
])("no chart for limits %s to %s", (lowerLimit, upperLimit) => {
  expect(chartScale({ lowerLimit, upperLimit, nominal: "40" })).toBeNull();
});
