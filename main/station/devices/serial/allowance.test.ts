import { expect, test } from "vitest";
import { Allowance } from "./allowance.ts";

const LIMITS = { burst: 3, perSecond: 10 };

test("S4 a burst passes, then a steady rate", () => {
  const allowance = new Allowance(LIMITS, 0);
  expect([0, 0, 0, 0].map((nowMs) => allowance.take(nowMs))).toEqual([true, true, true, false]);
  expect([50, 100, 110, 210].map((nowMs) => allowance.take(nowMs))).toEqual([false, true, false, true]);
});

test("S4 a quiet hour saves up no more than one burst", () => {
  const allowance = new Allowance(LIMITS, 0);
  const taken = Array.from({ length: 10 }, () => allowance.take(3_600_000));
  expect(taken.filter(Boolean)).toHaveLength(3);
});
