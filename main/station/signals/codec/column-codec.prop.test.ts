import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../testing/seeded-random.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { readColumn, writeColumn } from "./column-codec.ts";
import { wordsOf } from "./float-order.ts";

function roundTrip(values: Float64Array): { read: Float64Array; bytes: number } {
  const out = new ByteWriter();
  writeColumn(out, values.slice());
  return { read: readColumn(new ByteReader(out.written().slice()), values.length), bytes: out.length };
}

function expectSameBits(values: Float64Array): void {
  expect(
    Buffer.compare(
      Buffer.from(wordsOf(roundTrip(values).read).slice().buffer),
      Buffer.from(wordsOf(values).slice().buffer),
    ),
  ).toBe(0);
}

/** Doubles by their bits: all NaN payloads, denormals, −0 and infinities. */
const anyBits = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map((bits) => new Float64Array(BigUint64Array.of(bits).buffer)[0] ?? 0);
const special = fc.constantFrom(
  Number.NaN,
  -0,
  0,
  Infinity,
  -Infinity,
  Number.MAX_VALUE,
  5e-324,
  2 ** 53,
  -(2 ** 53),
  0.1,
  1e-15,
);
const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 7 }))
  .map(([whole, exponent]) => whole / 10 ** exponent);
const single = fc.float({ noNaN: true });

function columnOf(arbitrary: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> {
  return fc.array(arbitrary, { minLength: 1, maxLength: 300 }).map((values) => Float64Array.from(values));
}

/** Words by bits into a column, so that no NaN is touched on the way. */
const bitColumns = fc
  .array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 1, maxLength: 200 })
  .map((bits) => new Float64Array(BigUint64Array.from(bits).buffer));

describe("a column of doubles", () => {
  test("SG-1 any bits come back as they were", () => {
    fc.assert(fc.property(bitColumns, expectSameBits), { numRuns: 500 });
  });

  test.each([
    ["special values", special],
    ["decimals", decimal],
    [
      "decimals and special values",
      fc.oneof({ weight: 9, arbitrary: decimal }, { weight: 1, arbitrary: special }),
    ],
    ["32-bit floats", single],
    ["32-bit floats of decimals", decimal.map(Math.fround)],
    ["decimals after arithmetic", fc.integer({ min: -1e7, max: 1e7 }).map((whole) => whole * 0.1 * 1.8 + 32)],
    ["few values", fc.constantFrom(1.1, 2.2, 3.3, 1e300)],
    ["whole numbers of any size", fc.maxSafeInteger()],
    [
      "small numbers with outliers",
      fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: 0, max: 9 }) },
        { weight: 1, arbitrary: fc.maxSafeInteger() },
      ),
    ],
    [
      "any bits among decimals",
      fc.oneof({ weight: 20, arbitrary: decimal }, { weight: 1, arbitrary: anyBits }),
    ],
  ])("SG-1 %s come back bit for bit", (_name, arbitrary) => {
    fc.assert(fc.property(columnOf(arbitrary), expectSameBits), { numRuns: 300 });
  });

  test("SG-1 long runs, ramps and steps come back, over every length of a run", () => {
    for (const length of [1, 2, 3, 63, 64, 4095, 4096, 4097, 9000]) {
      expectSameBits(Float64Array.from({ length }, (_, row) => (row < length / 2 ? 5 : 6)));
      expectSameBits(Float64Array.from({ length }, (_, row) => row * 3));
      expectSameBits(Float64Array.from({ length }, (_, row) => (row % 7) * 1e12 + row));
    }
  });

  test("SG-1 noise of any width around any level comes back, whatever guesses it best", () => {
    const random = seededRandom(7);
    for (let width = 1; width < 1e15; width *= 3) {
      for (const wander of [0, 0.05, 0.3, 1]) {
        let level = 0;
        const values = Float64Array.from({ length: 600 }, () => {
          const noise = Math.round((random() + random() - 1) * width);
          level += wander * noise;
          return Math.round(level) + noise;
        });
        expectSameBits(values);
        expectSameBits(values.map((value) => value / 1000));
      }
    }
  });

  test("SG-1 times that jump backwards and are missing come back", () => {
    const start = 1.8e15;
    const steps = fc.array(
      fc.oneof(
        fc.integer({ min: 900_000, max: 1_100_000 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constant(Number.NaN),
      ),
      { minLength: 1, maxLength: 400 },
    );
    fc.assert(
      fc.property(steps, (deltas) => {
        let at = start;
        const times = Float64Array.from(deltas, (delta) => {
          if (Number.isNaN(delta)) return delta;
          at += delta;
          return at;
        });
        expectSameBits(times);
      }),
      { numRuns: 200 },
    );
  });

  test("SG-2 regular times cost next to nothing, skipped seconds a third of a byte, ten milliseconds of jitter half a byte", () => {
    const random = seededRandom(23);
    const bytesPerTime = (timeAt: (row: number) => number): number =>
      roundTrip(Float64Array.from({ length: 2048 }, (_, row) => 1.8e15 + timeAt(row))).bytes / 2048;
    expect(bytesPerTime((row) => row * 1e6)).toBeLessThan(0.03);
    expect(bytesPerTime((row) => (row + Math.floor(row / 20)) * 1e6)).toBeLessThan(0.3);
    expect(bytesPerTime((row) => row * 1e6 + Math.floor(random() * 10) * 1e3)).toBeLessThan(0.5);
  });

  test("SG-3 cut or altered bytes end in an error about damage or in other values, never in a hang", () => {
    const out = new ByteWriter();
    writeColumn(
      out,
      Float64Array.from({ length: 500 }, (_, row) => Math.round(1000 * Math.sin(row)) / 1000),
    );
    const bytes = out.written().slice();
    fc.assert(
      fc.property(
        fc.nat({ max: bytes.length - 1 }),
        fc.nat({ max: 255 }),
        fc.boolean(),
        (at, byte, isCut) => {
          const broken = isCut ? bytes.slice(0, at) : bytes.with(at, byte);
          try {
            expect(readColumn(new ByteReader(broken), 500)).toHaveLength(500);
          } catch (error) {
            expect(error).toMatchObject({ name: "DamagedChunk" });
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
