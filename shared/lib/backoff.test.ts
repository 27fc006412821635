import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

const options = { firstMs: 200, longestMs: 60_000 };

describe("back-off", () => {
  test.each([
    [1, 100, 200],
    [2, 200, 400],
    [3, 400, 800],
    [20, 30_000, 60_000],
  ])("I-18 after failure %i it waits %i to %i ms", (attempt, least, most) => {
    expect(backoffMs(attempt, 0, options)).toBe(least);
    expect(backoffMs(attempt, 0.999_999, options)).toBe(most);
  });

  test("I-18 it is always a delay above zero and never above the longest", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 1e9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const delayMs = backoffMs(attempt, random, options);
          return delayMs >= options.firstMs / 2 && delayMs <= options.longestMs;
        },
      ),
    );
  });
});
