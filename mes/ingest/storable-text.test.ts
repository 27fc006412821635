import { describe, expect, test } from "vitest";
import { storableJson, storableText } from "./storable-text.ts";

describe("text that PostgreSQL keeps as it is", () => {
  test.each([
    ["plain", true],
    ["Łódź 🏭 \u202eRTL", true],
    ["tab\tand newline\n", true],
    ["nul\u0000", false],
    ["half \ud83d", false],
    ["other half \udfed", false],
  ])("F5 %j", (text, kept) => {
    expect(storableText(text)).toBe(kept);
  });

  test.each([
    [{ a: [{ b: "x\u0000" }] }, false],
    [{ "key\u0000": 1 }, false],
    [[null, true, 1.5, "ok", { deep: ["ok"] }], true],
    ["\ud800", false],
    [null, true],
  ])("F3 %j", (value, kept) => {
    expect(storableJson(value)).toBe(kept);
  });

  test("F3 nesting as deep as a payload can hold does not overflow", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(30_000)}"\\u0000"${"]".repeat(30_000)}`);
    expect(storableJson(deep)).toBe(false);
  });
});
