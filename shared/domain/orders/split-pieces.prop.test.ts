import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitPieces } from "./split-pieces.ts";

/*
 * Invariant: at every moment the pieces of all orders are the pieces that were made, and none of them is further from its
 * part than a piece for each of the others.
 * Worst outcome if violated: pieces that no order has, or that two have.
 */

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
const readings = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 });

const sharesOf = (of: readonly number[]) => of.map((weight, index) => ({ jobOrderId: `O-${index}`, weight }));
const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);

describe("pieces of orders that run together", () => {
  test("SE-13 at every moment they add up to what was made, nobody gets less than nothing, and nothing drifts", () => {
    fc.assert(
      fc.property(weights, readings, (of, counts) => {
        const shares = sharesOf(of);
        const given = shares.map(() => 0);
        let [phase, made] = [0, 0];
        for (const count of counts) {
          const split = splitPieces(count, shares, phase);
          expect(Math.min(...split.parts)).toBeGreaterThanOrEqual(0);
          split.parts.forEach((part, index) => {
            given[index] = (given[index] ?? 0) + part;
          });
          ({ phase } = split);
          made += count;
          expect(sum(given)).toBe(made);
          of.forEach((weight, index) => {
            const part = (made * weight) / sum(of);
            expect(Math.abs((given[index] ?? 0) - part)).toBeLessThan(of.length);
          });
        }
      }),
    );
  });

  test("SE-13 however the pieces come in, one by one or all at once, each order has the same", () => {
    fc.assert(
      fc.property(weights, fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), (of, counts) => {
        const shares = sharesOf(of);
        const given = shares.map(() => 0);
        let phase = 0;
        for (const count of counts) {
          const split = splitPieces(count, shares, phase);
          split.parts.forEach((part, index) => {
            given[index] = (given[index] ?? 0) + part;
          });
          ({ phase } = split);
        }
        expect(given).toEqual(splitPieces(sum(counts), shares, 0).parts);
      }),
    );
  });

  test.each([
    [[1, 1], 2, [1, 1]],
    [[2, 1], 3, [2, 1]],
    [[2, 1], 300, [200, 100]],
    [[1, 1], 5, [3, 2]],
    [[3, 1], 1, [1, 0]],
  ])("SE-13 a tool of %j and %d pieces gives %j", (of, pieces, parts) => {
    expect(splitPieces(pieces, sharesOf(of), 0).parts).toEqual(parts);
  });
});
