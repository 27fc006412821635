import { describe, expect, test } from "vitest";
import { workedTime } from "../shifts/worked-time.ts";
import { type SetUpMove, setUpMsOf, usualSetUpMs } from "./measured-set-up.ts";

const around = workedTime(null);
const moves = (...told: readonly (readonly [SetUpMove["to"], number])[]): readonly SetUpMove[] =>
  told.map(([to, atMs]) => ({ to, atMs }));

describe("OR-14 measured set-ups", () => {
  test("OR-14 a set-up lasts until anything else begins, and one in two parts is the sum of both", () => {
    expect(setUpMsOf(moves(["set-up", 10], ["else", 40]), around)).toBe(30);
    expect(setUpMsOf(moves(["set-up", 10], ["else", 40], ["set-up", 100], ["else", 105]), around)).toBe(35);
    expect(setUpMsOf(moves(["else", 5]), around)).toBeNull();
    expect(setUpMsOf(moves(["set-up", 10], ["else", 40], ["set-up", 100]), around)).toBeNull();
  });

  test("OR-14 the usual one is the middle, so that one bad morning moves nothing", () => {
    expect(usualSetUpMs([])).toBeNull();
    expect(usualSetUpMs([20])).toBe(20);
    expect(usualSetUpMs([900, 20, 30])).toBe(30);
    expect(usualSetUpMs([20, 30])).toBe(25);
  });
});
