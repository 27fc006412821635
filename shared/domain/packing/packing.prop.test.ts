import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goodQuantity } from "../orders/job-order-progress.ts";
import { sampleMasterData } from "../testing/sample-plant.ts";
import { afterDeeds, type PackingDeed, packingDeeds } from "./testing/packing-deeds.ts";

const ORDER = "4720";
const station = { stationId: "WS-14", orders: [ORDER], master: sampleMasterData };

describe("whatever is packed, unpacked, booked and taken back", () => {
  test("PK-5 PK-9 no more is packed than is good, no piece and no box is in two units, no SSCC is there twice", () => {
    fc.assert(
      fc.property(packingDeeds, (all) => {
        const { state } = afterDeeds(station, all);
        const progress = state.jobOrder.get(ORDER);
        const units = [...state.unit.values()];
        const packings = units.flatMap(({ packings }) => packings);
        const direct = packings.filter(({ child }) => child === null);
        const packed = direct.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(packed).toBe(state.packedPieces.get(ORDER)?.quantity ?? 0);
        expect(packed).toBeLessThanOrEqual(progress === undefined ? 0 : goodQuantity(progress));
        const serials = direct.flatMap((packing) => packing.serials);
        expect(new Set(serials).size).toBe(serials.length);
        for (const serial of serials)
          expect(state.serial.has(JSON.stringify(["RING-22", serial]))).toBe(true);
        const children = packings.flatMap(({ child }) => (child === null ? [] : [child.unitId]));
        expect(new Set(children).size).toBe(children.length);
        const ssccs = units.flatMap(({ sscc, voidSsccs }) => [
          ...voidSsccs,
          ...(sscc === null ? [] : [sscc]),
        ]);
        expect(new Set(ssccs).size).toBe(ssccs.length);
      }),
    );
  });

  test("PK-12 a number counts one good piece, however often it is scanned", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }), (numbers) => {
        const scans = numbers.map((number): PackingDeed => ({ kind: "scan", n: number, order: 0 }));
        const progress = afterDeeds(station, scans).state.jobOrder.get(ORDER);
        expect(progress?.reportedGood).toBe(new Set(numbers).size);
      }),
    );
  });
});
