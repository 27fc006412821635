import { describe, expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

describe("a table for a spreadsheet", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])(
    "IM-6 what a spreadsheet would run, %j, is text",
    (cell) => {
      expect(csvText([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`);
    },
  );

  test("quotes, separators and line breaks stay within their cell; numbers are numbers", () => {
    expect(csvText([['a "b"; c\nd', -3]])).toBe('\uFEFF"a ""b""; c\nd";-3\r\n');
  });
});
