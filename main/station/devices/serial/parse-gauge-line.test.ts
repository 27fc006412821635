import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGaugeLine } from "./parse-gauge-line.ts";

describe("values", () => {
  test.each([
    ["39.988", "39.988", null],
    ["39,988", "39.988", null],
    ["  +39.990 mm ", "39.990", "mm"],
    ["-0.004mm", "-0.004", "mm"],
    ["- 0.004 mm", "-0.004", "mm"],
    ["ST,+0039.988 mm", "39.988", "mm"],
    ["ST,+0039,988 mm", "39.988", "mm"],
    ["ST,GS,+0012.30  g", "12.30", "g"],
    ["ST,NT,-0000.50 kg", "-0.50", "kg"],
    ["QT,+00000123 g", "123", "g"],
    ["01A+00039.988", "39.988", null],
    ["0", "0", null],
    ["12.5 μm", "12.5", "µm"],
  ])("%j", (line, text, unit) => {
    expect(parseGaugeLine(line)).toEqual({ ok: true, value: { text, unit } });
  });
});

describe("S5 refusals", () => {
  test.each([
    ["US,+0039.988 mm", "not stable"],
    ["OL,+9999999 mm", "out of its range"],
    ["ST,OL", "out of its range"],
    ["911", "error of its own"],
    ["", "no measurement"],
    ["mm", "no measurement"],
    ["WO4711", "no measurement"],
    ["39.988.1", "no measurement"],
    ["1,234.5", "no measurement"],
    ["39.988 parsec", 'unit "parsec" is not known'],
    ["39.988 mm 40.1", "no measurement"],
    ["39.98\u00008", "no measurement"],
    ["ST,+0039.988 mm,US", "unit"],
    ["1e5", "no measurement"],
    ["NaN", "no measurement"],
    ["+", "no measurement"],
  ])("%j", (line, why) => {
    const parsed = parseGaugeLine(line);
    expect(parsed.ok ? `accepted ${parsed.value.text}` : parsed.refusal).toContain(why);
  });

  test("F2 any text gives a value in plain digits or a reason, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (line) => {
        const parsed = parseGaugeLine(line);
        if (parsed.ok) expect(parsed.value.text).toMatch(/^-?\d+(\.\d+)?$/);
        else expect(parsed.refusal).not.toBe("");
      }),
    );
  });

  test("F4 what a bench gauge sends is read back digit for digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (thousandths) => {
        const text = (thousandths / 1000).toFixed(3);
        const sent = `ST,${thousandths < 0 ? "-" : "+"}${text.replace("-", "").padStart(8, "0")} mm`;
        const parsed = parseGaugeLine(sent);
        expect(parsed.ok && parsed.value.text).toBe(text === "-0.000" ? "0.000" : text);
      }),
    );
  });
});
