import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimal, type Decimal, formatDecimal, parseDecimal, toNumber } from "./decimal.ts";

/** Any UTF-16, lone surrogates included. */
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

describe("decimal", () => {
  test.each<readonly [string, Decimal]>([
    ["39.994", { units: 39_994, scale: 3 }],
    ["39,994", { units: 39_994, scale: 3 }],
    ["39.990", { units: 39_990, scale: 3 }],
    [" 40 ", { units: 40, scale: 0 }],
    ["+1.5", { units: 15, scale: 1 }],
    ["-0.005", { units: -5, scale: 3 }],
    ["-0", { units: 0, scale: 0 }],
    ["007", { units: 7, scale: 0 }],
  ])("F4 reads %j", (text, wanted) => expect(parseDecimal(text)).toEqual(wanted));

  test.each([
    "",
    " ",
    ".",
    "1.",
    ".5",
    "1.2.3",
    "1,2,3",
    "1e5",
    "NaN",
    "Infinity",
    "0x10",
    "--1",
    "1 2",
    "١",
    "1\n2",
  ])("F4 refuses %j", (text) => expect(parseDecimal(text)).toBeUndefined());

  test("F4 refuses what a double cannot hold exactly, however it is cut", () => {
    expect(parseDecimal("999999999999999.999999999")).toBeUndefined();
    expect(parseDecimal("9007199254740993")).toBeUndefined();
    expect(parseDecimal("9".repeat(400))).toBeUndefined();
  });

  const decimals = fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 9 }))
    .map(([units, scale]): Decimal => ({ units, scale }));

  test("F4 what was formatted reads back as the same value with the same resolution", () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(value);
      }),
    );
  });

  test("F4 comparison is exact across scales and a total order", () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const exact =
          BigInt(left.units) * 10n ** BigInt(right.scale) - BigInt(right.units) * 10n ** BigInt(left.scale);
        expect(Math.sign(compareDecimal(left, right))).toBe(exact === 0n ? 0 : exact > 0n ? 1 : -1);
        expect(compareDecimal(left, right) + compareDecimal(right, left)).toBe(0);
      }),
    );
  });

  test("F4 0.1 + 0.2 style drift does not exist: 0.30 equals 0.3", () => {
    expect(compareDecimal({ units: 30, scale: 2 }, { units: 3, scale: 1 })).toBe(0);
    expect(toNumber({ units: 39_994, scale: 3 })).toBe(39.994);
  });

  test("F2 reading never throws, whatever the text", () => {
    fc.assert(fc.property(anyText, (text) => void parseDecimal(text)));
  });
});
