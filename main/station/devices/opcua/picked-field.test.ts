import { describe, expect, test } from "vitest";
import type { ReceivedValue } from "./data-value.ts";
import { fieldSteps, pickedField } from "./picked-field.ts";
import { BAD_DECODING_ERROR } from "./status-code.ts";
import { structureParts } from "./structure-parts.ts";

const COUNTS = [
  { ID: 2, name: "Bracket", unit: { displayName: { text: "pcs" } }, count: 7, accCount: 4_711 },
];

function picked(value: unknown, field: string, status = 0, dataType = 22): ReceivedValue {
  return pickedField({ value: { value, dataType }, statusCode: { value: status } }, fieldSteps(field));
}

describe("part of a structure", () => {
  test.each([
    ["0.AccCount", COUNTS, 4_711],
    ["0.accCount", COUNTS, 4_711],
    ["0.unit.displayName.text", COUNTS, "pcs"],
    ["1", new Int32Array([3, 9]), 9],
    ["1.1", [new Float64Array([1, 2]), new Float64Array([3, 4])], 4],
  ])("%s is found, its status kept", (field, value, expected) => {
    expect(picked(value, field, 0x4090_0000)).toMatchObject({
      value: { value: expected },
      statusCode: { value: 0x4090_0000 },
    });
  });

  class OpaqueStructure {
    readonly buffer = Buffer.alloc(4);
  }

  test.each([
    ["an empty array", [], "0.AccCount"],
    ["no such field", COUNTS, "0.AccCounts"],
    ["no such element", COUNTS, "1.AccCount"],
    ["no number for a list", COUNTS, "x"],
    ["nothing at all", null, "0.AccCount"],
    ["a plain value", 5, "0"],
    ["a name every object has", COUNTS, "0.constructor"],
    ["a structure that is only bytes", [new OpaqueStructure()], "0"],
    ["bytes where a field is wanted", [new OpaqueStructure()], "0.AccCount"],
  ])("U5 %s gives a bad status and no value, never a count", (_what, value, field) => {
    expect(picked(value, field)).toMatchObject({ value: null, statusCode: { value: BAD_DECODING_ERROR } });
  });

  test("U5 a bad value keeps the machine's own reason", () => {
    expect(picked(null, "0.AccCount", 0x808c_0000)).toMatchObject({ statusCode: { value: 0x808c_0000 } });
  });

  test("U5 a 64-bit counter is a pair of words and no array", () => {
    expect(picked([0, 7], "1", 0, 9)).toMatchObject({ value: null });
  });
});

describe("parts to choose from", () => {
  test("are all that a signal can hold, by the names a mapping uses", () => {
    expect(structureParts(COUNTS)).toEqual([
      { field: "0.ID", value: 2 },
      { field: "0.name", value: "Bracket" },
      { field: "0.unit.displayName", value: "pcs" },
      { field: "0.count", value: 7 },
      { field: "0.accCount", value: 4_711 },
    ]);
  });

  test("U10 a value that is endless or deep is cut short", () => {
    const deep: Record<string, unknown> = {};
    deep.again = deep;
    expect(structureParts(deep)).toEqual([]);
    expect(structureParts(new Float64Array(100_000))).toHaveLength(100);
  });
});
