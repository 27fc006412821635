import { describe, expect, test } from "vitest";
import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import type { ReadNode } from "../../../shared/screen/commissioning.ts";
import { hintNodesOf, unitHint } from "./unit-hint.ts";

const leaf = (name: string): FoundNode => ({
  node: `nsu=urn:m;s=${name}`,
  name,
  namespaceUri: "http://opcfoundation.org/UA/",
  kind: "variable",
  type: null,
  children: [],
});
const node = {
  children: [leaf("InstrumentRange"), leaf("EngineeringUnits"), leaf("EURange"), leaf("Other")],
};
const reading = (name: string, fields: Readonly<Record<string, number | string>>): [string, ReadNode] => [
  leaf(name).node,
  {
    node: leaf(name).node,
    value: null,
    statusCode: 0,
    statusName: "Good",
    quality: "good",
    dataType: "ExtensionObject",
    fields: Object.entries(fields).map(([field, value]) => ({ field, value })),
    sourceUtc: null,
    ageMs: null,
  },
];
const CEFACT = "http://www.opcfoundation.org/UA/units/un/cefact";

describe("what a machine says of its own values", () => {
  test("unit and ranges are read from the nodes below the value, and nothing else is", () => {
    expect(hintNodesOf(node)).toEqual([
      "nsu=urn:m;s=EngineeringUnits",
      "nsu=urn:m;s=EURange",
      "nsu=urn:m;s=InstrumentRange",
    ]);
  });

  test("the number of a unit is its code; the range in use comes before that of the instrument", () => {
    const readings = new Map([
      reading("EngineeringUnits", { namespaceUri: CEFACT, unitId: 4_408_652, displayName: "°C" }),
      reading("EURange", { low: 20, high: 450 }),
      reading("InstrumentRange", { low: -200, high: 1_300 }),
    ]);
    expect(unitHint(node, readings)).toEqual({ unit: "CEL", range: { low: 20, high: 450 } });
  });

  test("a unit of the maker's own is its sign; an empty range is none", () => {
    const readings = new Map([
      reading("EngineeringUnits", { namespaceUri: "urn:own", unitId: -1, displayName: "strokes" }),
      reading("EURange", { low: 0, high: 0 }),
    ]);
    expect(unitHint(node, readings)).toEqual({ unit: "strokes", range: null });
    expect(unitHint({ children: [] }, new Map())).toEqual({ unit: null, range: null });
  });
});
