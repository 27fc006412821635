import fc from "fast-check";
import { expect, test } from "vitest";
import { timeTicks } from "./time-axis.ts";

test("ticks lie inside the span and are never too many, however long it is", () => {
  const start = fc.integer({ min: 0, max: 2 ** 41 });
  const length = fc.integer({ min: 1_000, max: 2 ** 36 });
  fc.assert(
    fc.property(start, length, (fromMs, spanMs) => {
      const ticks = timeTicks(fromMs, fromMs + spanMs, 6);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.every((tick) => tick >= fromMs && tick <= fromMs + spanMs)).toBe(true);
    }),
  );
});

test("ticks of hours fall on full hours of the reader", () => {
  const fromMs = new Date(2026, 2, 4, 8, 20).getTime();
  const hours = timeTicks(fromMs, fromMs + 5 * 3_600_000, 6).map((tick) => new Date(tick).getMinutes());
  expect(hours).toEqual([0, 0, 0, 0, 0]);
});
