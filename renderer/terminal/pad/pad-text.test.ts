import { describe, expect, test } from "vitest";
import { type PadPress, padTextAfter } from "./pad-text.ts";

const count = { longest: 7, decimals: false };
const value = { longest: 10, decimals: true };
const keys = (typed: string): PadPress[] =>
  [...typed].map((key) => {
    if (key === ".") return { kind: "separator" };
    if (key === "<") return { kind: "delete" };
    if (key === "C") return { kind: "clear" };
    return { kind: "digit", digit: key };
  });
const type = (typed: string, rules = count) =>
  keys(typed).reduce((text, press) => padTextAfter(text, press, rules), "");

describe("numeric pad", () => {
  test.each([
    ["18", "18"],
    ["018", "18"],
    ["0", "0"],
    ["18<", "1"],
    ["18C4", "4"],
    ["<", ""],
    ["1.8", "18"],
    ["123456789", "1234567"],
  ])("pieces: %s shows %s", (typed, shown) => {
    expect(type(typed)).toBe(shown);
  });

  test.each([
    ["39.994", "39.994"],
    [".5", "0.5"],
    ["1.2.3", "1.23"],
    ["0.01", "0.01"],
  ])("values: %s shows %s", (typed, shown) => {
    expect(type(typed, value)).toBe(shown);
  });
});
