import { expect, test } from "vitest";
import { valueOfSignal } from "./reading-words.ts";

const reading = {
  node: "nsu=urn:press;s=Count",
  value: null,
  statusCode: 0,
  statusName: "Good",
  quality: "good",
  dataType: "ExtensionObject",
  fields: [{ field: "0.accCount", value: 412 }],
  sourceUtc: null,
  ageMs: null,
} as const;

test("a count that lies in a structure is read from its field, however its name is written", () => {
  expect(valueOfSignal(reading, { field: "0.AccCount" })).toBe(412);
  expect(valueOfSignal(reading, { field: "0.Count" })).toBeNull();
  expect(valueOfSignal({ ...reading, value: 7 }, {})).toBe(7);
  expect(valueOfSignal(undefined, {})).toBeNull();
});
