import { describe, expect, test } from "vitest";
import { unitSign } from "./unit-sign.ts";

describe("units as people know them", () => {
  test.each([
    ["Cel", "°C"],
    ["CEL", "°C"],
    ["C16", "mm/s"],
    ["mm/s", "mm/s"],
    ["RPM", "1/min"],
    ["C62", ""],
    ["", ""],
    ["XYZ", "XYZ"],
  ])("%s is %s", (code, sign) => {
    expect(unitSign(code)).toBe(sign);
  });
});
