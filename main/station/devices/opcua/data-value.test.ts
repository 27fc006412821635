import { describe, expect, test } from "vitest";
import { type ReceivedValue, signalFrom } from "./data-value.ts";
import { BAD_OUT_OF_RANGE, BAD_TYPE_MISMATCH, hasOverflow, isGood } from "./status-code.ts";

const INT64 = 8;
const UINT64 = 9;

function received(value: unknown, more: Partial<ReceivedValue> & { dataType?: number } = {}): ReceivedValue {
  const { dataType, ...rest } = more;
  return {
    value: { value, ...(dataType === undefined ? {} : { dataType }) },
    statusCode: { value: 0 },
    ...rest,
  };
}

const signal = (it: ReceivedValue) => signalFrom("s", it, "1");

describe("values", () => {
  test.each([
    ["a counter", received(4_294_967_295), 4_294_967_295],
    ["a boolean", received(false), false],
    ["a text", received("abc"), "abc"],
    ["a UInt64 while it is exact", received([0x1, 0x2], { dataType: UINT64 }), 4_294_967_298],
    [
      "a UInt64 beyond, as text",
      received([0xffff_ffff, 0xffff_ffff], { dataType: UINT64 }),
      "18446744073709551615",
    ],
    ["a negative Int64", received([0xffff_ffff, 0xffff_ffff], { dataType: INT64 }), -1],
    ["a LocalizedText", received({ text: "läuft", locale: "de" }), "läuft"],
    ["a date", received(new Date("2026-01-02T03:04:05.006Z")), "2026-01-02T03:04:05.006Z"],
  ])("%s", (_name, from, value) => {
    expect(signal(from)).toMatchObject({ value, statusCode: 0 });
  });

  test.each([
    ["NaN", Number.NaN, BAD_OUT_OF_RANGE],
    ["infinity", Number.POSITIVE_INFINITY, BAD_OUT_OF_RANGE],
    ["an array", new Float64Array([1, 2]), BAD_TYPE_MISMATCH],
    ["a structure", { speed: 1 }, BAD_TYPE_MISMATCH],
  ])("U5 %s is no value and does not look good", (_name, value, statusCode) => {
    expect(signal(received(value))).toMatchObject({ value: null, statusCode });
  });

  test("U5 the machine's own bad status is kept over ours", () => {
    const bad = 0x808c_0000;
    expect(signal(received(Number.NaN, { statusCode: { value: bad } })).statusCode).toBe(bad);
  });

  test("no value at all", () => {
    expect(signal({ value: null, statusCode: { value: 0x8031_0000 } })).toMatchObject({
      value: null,
      sourceUtc: null,
    });
  });
});

describe("times", () => {
  test("U7 a source time a day off is kept as given", () => {
    const sourceTimestamp = new Date("1999-12-31T23:59:59.999Z");
    expect(signal(received(1, { sourceTimestamp })).sourceUtc).toBe("1999-12-31T23:59:59.999Z");
  });

  test("no time (null, or the zero of OPC UA time) is null", () => {
    const serverTimestamp = new Date("1601-01-01T00:00:00Z");
    expect(signal(received(1, { sourceTimestamp: null, serverTimestamp }))).toMatchObject({
      sourceUtc: null,
      serverUtc: null,
    });
  });
});

describe("status bits", () => {
  test("U5 overflow counts only among the info bits of a data value", () => {
    expect(hasOverflow(0x0000_0480)).toBe(true);
    expect(hasOverflow(0x8000_0480)).toBe(true);
    expect(hasOverflow(0x0000_0080)).toBe(false);
    expect(hasOverflow(0x0000_0400)).toBe(false);
  });

  test("U5 overflow alone does not make a value bad; uncertain is not good", () => {
    expect(isGood(0x0000_0480)).toBe(true);
    expect(isGood(0x4090_0000)).toBe(false);
    expect(isGood(0x808c_0000)).toBe(false);
  });
});
