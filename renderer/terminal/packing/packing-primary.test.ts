import { describe, expect, test } from "vitest";
import type { ClosedUnitView, OpenUnitView, PackingView } from "../../../shared/screen/packing-view.ts";
import { packingPrimary } from "./packing-primary.ts";

const box: OpenUnitView = {
  unitId: "u",
  itemName: "Ring 22",
  customerName: null,
  pieces: 0,
  boxes: 0,
  toFill: 24,
  packings: [],
  voidSscc: null,
  hold: null,
};
const last: ClosedUnitView = {
  unitId: "u",
  kind: "box",
  sscc: "340123450140000007",
  isOnPallet: false,
  labels: 0,
  label: null,
  size: { widthMm: 105, heightMm: 148 },
  job: null,
};
const none: PackingView = { loose: 0, box: null, pallet: null, last: null };

describe("PK-15 the one key of packing that comes next", () => {
  test.each([
    ["open-box", none],
    ["put-in", { ...none, box, loose: 30 }],
    ["close-box", { ...none, box: { ...box, pieces: 24, toFill: 0 }, loose: 6 }],
    ["one", { ...none, box: { ...box, toFill: null }, loose: 6 }],
    ["close-box", { ...none, box: { ...box, pieces: 3, toFill: null } }],
    ["print", { ...none, last }],
    ["open-box", { ...none, last: { ...last, labels: 1 }, loose: 5 }],
    ["close-pallet", { ...none, pallet: { ...box, pieces: 48 }, last: { ...last, labels: 1 } }],
  ] as const)("PK-15 %s", (key, view) => {
    expect(packingPrimary(view)).toBe(key);
  });
});
