import { describe, expect, test } from "vitest";
import { readCode } from "../read-code.ts";
import { readBracketed, readElementString } from "./read-element-string.ts";

const GS = "\u001d";
const SSCC = "006141411234567890";

describe("PK-11 what a GS1 label says", () => {
  test.each([
    `00${SSCC}`,
    `]C100${SSCC}`,
    `${GS}00${SSCC}`,
    `(00)${SSCC}`,
    `]C100${SSCC}0209520123456788`.concat("37", "25", GS, "10ABC123"),
    `]C100${SSCC}\r\n`,
  ])("PK-11 %j is the label of a unit", (raw) => {
    expect(readCode(raw)).toMatchObject({ kind: "unit", sscc: SSCC });
  });

  test.each([
    ["]d2010952012345678821ABC-7", "ABC-7", "09520123456788"],
    [`010952012345678821ABC7${GS}10L1`, "ABC7", "09520123456788"],
    ["(01)09520123456788(21)ABC7", "ABC7", "09520123456788"],
    ["SNABC7", "ABC7", null],
  ])("PK-11 %j is piece %s", (raw, serial, gtin) => {
    expect(readCode(raw)).toMatchObject({ kind: "serial", serial, gtin });
  });

  test("PK-11 K5 a wrong check digit or a cut label is no unit", () => {
    expect(readCode("00006141411234567891").kind).toBe("unknown");
    expect(readCode(`]C100${SSCC.slice(0, -1)}`).kind).toBe("unknown");
    expect(readCode("]C1(00)").kind).toBe("unknown");
  });

  test("K5 a lot without its separator never takes the date behind it into itself unnoticed", () => {
    expect(readElementString(`10LOT1${GS}11260101`)).toEqual(
      new Map([
        ["10", "LOT1"],
        ["11", "260101"],
      ]),
    );
    expect(readElementString(`10${"A".repeat(20)}11260101`)).toBeUndefined();
    expect(readElementString("37")).toBeUndefined();
    expect(readBracketed("(00)006141411234567890(00)952012345678912345")).toBeUndefined();
  });

  test("PK-11 house labels are what they were", () => {
    expect(readCode("WO4711")).toMatchObject({ kind: "order", jobOrderId: "4711" });
    expect(readCode("]C1LT88213")).toMatchObject({ kind: "lot", lotId: "88213" });
  });
});
