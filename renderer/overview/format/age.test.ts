import { describe, expect, test } from "vitest";
import { intlOf } from "../testing/intl-of.ts";
import { formatAge, formatElapsed } from "./age.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe("age", () => {
  test.each([
    [0, "0 s"],
    [59_999, "59 s"],
    [12 * MINUTE_MS, "12 min"],
    [2 * HOUR_MS + 5 * MINUTE_MS, "2 h 05"],
    [26 * HOUR_MS, "1 d 2 h"],
  ])("%i ms reads %s", (ms, words) => {
    expect(formatAge(intlOf("en"), ms)).toBe(words);
  });

  test("C2 what lies in the future by a wrong clock is no negative age", () => {
    expect(formatAge(intlOf("en"), -26 * HOUR_MS)).toBe("0 s");
    expect(formatElapsed(intlOf("en"), -1)).toBe("00:00");
  });

  test("U24 hours and days are named in the reader's language", () => {
    expect(formatAge(intlOf("da"), 2 * HOUR_MS)).toBe("2 t 00");
    expect(formatAge(intlOf("de"), 26 * HOUR_MS)).toBe("1 T 2 h");
    expect(formatAge(intlOf("pl"), 2 * HOUR_MS)).toBe("2 godz. 00");
  });

  test.each([
    [0, "00:00"],
    [730_000, "12:10"],
    [HOUR_MS + 6 * MINUTE_MS + 40_000, "1:06:40"],
    [25 * HOUR_MS, "1 d 1 h"],
  ])("%i ms elapsed reads %s", (ms, words) => {
    expect(formatElapsed(intlOf("en"), ms)).toBe(words);
  });
});
