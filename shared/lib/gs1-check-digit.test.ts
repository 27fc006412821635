import { describe, expect, test } from "vitest";
import { gs1CheckDigit, hasGs1CheckDigit } from "./gs1-check-digit.ts";

describe("PK-2 the check digit of GS1", () => {
  // From the GS1 syntax engine and its public examples.
  test.each([
    "006141411234567890",
    "952012345678912345",
    "123456789012345675",
    "376104250021234569",
    "12345678901231",
    "09520123456788",
    "6291041500213",
  ])("PK-2 %s is a key with its right check digit", (key) => {
    expect(hasGs1CheckDigit(key)).toBe(true);
    expect(gs1CheckDigit(key.slice(0, -1))).toBe(key.slice(-1));
  });

  test("PK-2 any other last digit is wrong, and so are no digits", () => {
    for (const digit of "123456789") expect(hasGs1CheckDigit(`00614141123456789${digit}`)).toBe(false);
    for (const text of ["", "0", "A06141411234567890"]) expect(hasGs1CheckDigit(text)).toBe(false);
  });
});
