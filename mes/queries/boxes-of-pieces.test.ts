import { expect, test } from "vitest";
import { tracedUnit } from "../../shared/domain/packing/testing/traced-unit.ts";
import { boxesOfPieces } from "./boxes-of-pieces.ts";

function box(unitId: string, stationId: string, serial: string) {
  const packing = { eventId: `p-${unitId}`, jobOrderId: "4711", quantity: 1, serials: [serial], child: null };
  return tracedUnit({ unitId, stationId, packings: [packing] });
}

test("PK-17 of a number that two stations gave each piece is in the box of its own station", () => {
  const boxOf = boxesOfPieces([box("U1", "S1", "A-7"), box("U2", "S2", "A-7"), box("U3", "S2", "A-8")]);
  const unitOf = (stationId: string, serial: string, itemId = "RING-22") =>
    boxOf({ stationId, serial, itemId })?.unitId;
  expect(["S1", "S2"].map((station) => unitOf(station, "A-7"))).toEqual(["U1", "U2"]);
  expect(unitOf("S1", "A-8")).toBe("U3");
  expect([unitOf("S1", "A-9"), unitOf("S1", "A-7", "PIN-8")]).toEqual([undefined, undefined]);
});
