import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CounterRule, countDelta } from "./count-delta.ts";

const RATE = 10;

/** What a machine and the way to it do between two readings. */
type Step =
  | { readonly what: "make"; readonly pieces: number; readonly extraMs: number }
  | { readonly what: "stand"; readonly ms: number }
  | { readonly what: "reset" }
  /** Nobody reads for a while, the machine goes on. */
  | { readonly what: "cut"; readonly pieces: number; readonly extraMs: number };

const make = (what: "make" | "cut", most: number) =>
  fc.record({
    what: fc.constant(what),
    pieces: fc.integer({ min: 0, max: most }),
    extraMs: fc.integer({ min: 0, max: 60_000 }),
  });
const step: fc.Arbitrary<Step> = fc.oneof(
  make("make", 40),
  make("make", 40),
  make("cut", 400),
  fc.record({ what: fc.constant("stand" as const), ms: fc.integer({ min: 0, max: 86_400_000 }) }),
  fc.record({ what: fc.constant("reset" as const) }),
);

interface Run {
  readonly made: number;
  readonly deltas: readonly number[];
}

/** A counter with or without a wrap, read after each step; it never makes more than RATE pieces a second. */
function run(steps: readonly Step[], rule: CounterRule, start: number): Run {
  let counter = start;
  let nowMs = 0;
  let baseline: { value: number; atMs: number } | undefined = { value: start, atMs: 0 };
  let made = 0;
  const deltas: number[] = [];
  for (const current of steps) {
    if (current.what === "stand") nowMs += current.ms;
    if (current.what === "reset") counter = 0;
    if (current.what === "make" || current.what === "cut") {
      counter += current.pieces;
      if (rule.rolloverAt !== null) counter %= rule.rolloverAt;
      made += current.pieces;
      nowMs += Math.ceil((current.pieces / RATE) * 1000) + current.extraMs;
    }
    const counted = countDelta(
      { previous: baseline?.value, reading: counter, elapsedMs: nowMs - (baseline?.atMs ?? 0) },
      rule,
    );
    if (counted === undefined) continue;
    deltas.push(counted.delta);
    baseline = { value: counter, atMs: nowMs };
  }
  return { made, deltas };
}

const sum = (deltas: readonly number[]): number => deltas.reduce((total, delta) => total + delta, 0);

describe("count delta", () => {
  test("U6 without a wrap, whatever is made, reset or cut: the deltas add up to the pieces really made", () => {
    const rule = { rolloverAt: null, maxPiecesPerSecond: RATE };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 1e9 }), (steps, start) => {
        const { made, deltas } = run(steps, rule, start);
        expect(sum(deltas)).toBe(made);
        expect(deltas.every((delta) => delta >= 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("U6 through wraps of any width above a minute's pieces: the deltas add up to the pieces really made", () => {
    const withoutResets = fc.array(
      step.filter(({ what }) => what !== "reset"),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        withoutResets,
        fc.constantFrom(10_000, 65_536, 4_294_967_296),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (steps, rolloverAt, part) => {
          const rule = { rolloverAt, maxPiecesPerSecond: RATE };
          const { made, deltas } = run(steps, rule, Math.floor(rolloverAt * part));
          expect(sum(deltas)).toBe(made);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("U6 whatever the readings are: never negative, never more than the machine can make in the time", () => {
    fc.assert(
      fc.property(
        fc.option(fc.nat(), { nil: undefined }),
        fc.nat(),
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(null, 1_000, 65_536, 4_294_967_296),
        (previous, reading, elapsedMs, rolloverAt) => {
          const counted = countDelta(
            { previous, reading, elapsedMs },
            { rolloverAt, maxPiecesPerSecond: RATE },
          );
          const most = Math.ceil((elapsedMs / 1000) * RATE) + 5;
          expect(counted?.delta ?? 0).toBeGreaterThanOrEqual(0);
          expect(counted?.delta ?? 0).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  const rule = { rolloverAt: 65_536, maxPiecesPerSecond: 20 };
  const NIGHT_MS = 8 * 3_600_000;
  test.each([
    ["first reading", undefined, 500, 1_000, { kind: "baseline", delta: 0 }],
    ["the same reading", 500, 500, 1_000, undefined],
    ["next piece", 500, 501, 1_000, { kind: "advance", delta: 1 }],
    ["faster than the machine", 500, 9_000, 1_000, { kind: "implausible", delta: 0 }],
    ["wrap", 65_534, 3, 1_000, { kind: "rollover", delta: 5 }],
    ["reset", 5_000, 3, 1_000, { kind: "reset", delta: 3 }],
    ["reset after a night without a piece", 5_000, 0, NIGHT_MS, { kind: "reset", delta: 0 }],
    [
      "set back by hand after a night without a piece",
      6_000,
      5_500,
      NIGHT_MS,
      { kind: "stepped-back", delta: 0 },
    ],
    ["reset after a night, not near the wrap", 60_000, 10, NIGHT_MS, { kind: "reset", delta: 10 }],
    ["back to a figure no reset explains", 5_000, 4_000, 1_000, { kind: "stepped-back", delta: 0 }],
  ] as const)("U6 %s", (_name, previous, reading, elapsedMs, wanted) => {
    expect(countDelta({ previous, reading, elapsedMs }, rule)).toEqual(wanted);
  });
});
