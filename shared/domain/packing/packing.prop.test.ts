import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../../lib/result.ts";
import { readCode } from "../../scan/read-code.ts";
import { decideScan } from "../decide-scan.ts";
import type { Draft } from "../event.ts";
import { decideUndo } from "../orders/decide-undo.ts";
import { goodQuantity } from "../orders/job-order-progress.ts";
import type { Refusal } from "../refusal.ts";
import { freshHistory, type History, instantAt, record } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decideCloseUnit } from "./decide-close-unit.ts";
import { decideOpenUnit, decidePack, decidePackUnit, decideUnpack } from "./decide-packing.ts";
import { keepsPacked } from "./keeps-packed.ts";
import { openUnit } from "./open-unit.ts";

const ORDER = "4720";
const master = sampleMasterData;

type Deed =
  | { readonly kind: "good"; readonly n: number }
  | { readonly kind: "scan"; readonly n: number }
  | { readonly kind: "open"; readonly unit: "box" | "pallet" }
  | { readonly kind: "close"; readonly unit: "box" | "pallet" }
  | { readonly kind: "pack"; readonly n: number }
  | { readonly kind: "onto" | "unpack" | "undo"; readonly n: number };

const n = fc.integer({ min: 1, max: 12 });
const unit = fc.constantFrom("box" as const, "pallet" as const);
const withNumber = fc.constantFrom("good", "scan", "pack", "onto", "unpack", "undo");
const withUnit = fc.constantFrom("open", "close");
const deeds = fc.array(
  fc.oneof(
    fc.tuple(withNumber, n).map(([kind, number]): Deed => ({ kind, n: number })),
    fc.tuple(withUnit, unit).map(([kind, which]): Deed => ({ kind, unit: which })),
  ),
  { minLength: 10, maxLength: 60 },
);

function start(): History {
  const payload = { countAuthority: "operator" as const, plannedQuantity: 150 };
  return record(freshHistory, [{ type: "order.started", jobOrder: ORDER, payload }]);
}

function decide(history: History, deed: Deed, stationId: string): Result<readonly Draft[], Refusal> {
  const known = { state: history.state, master };
  const { state } = history;
  const box = openUnit(state, "box") ?? openUnit(state, "pallet");
  const units = [...state.unit.values()];
  switch (deed.kind) {
    case "good":
      return { ok: true, value: [good(deed.n)] };
    case "scan": {
      const context = { at: instantAt(0), personActive: true, workUnit: WORK_UNIT };
      return { ok: true, value: decideScan(known, readCode(`SN${deed.n}`), context).drafts };
    }
    case "open":
      return decideOpenUnit(known, { jobOrderId: ORDER, kind: deed.unit });
    case "close":
      return decideCloseUnit(known, { unitId: openUnit(state, deed.unit)?.unitId ?? "", stationId });
    case "pack":
      return decidePack(known, { unitId: box?.unitId ?? "", jobOrderId: ORDER, quantity: deed.n });
    case "onto": {
      const childUnitId = units[deed.n % Math.max(units.length, 1)]?.unitId ?? "";
      return decidePackUnit(known, { unitId: openUnit(state, "pallet")?.unitId ?? "", childUnitId });
    }
    case "unpack": {
      const packing = box?.packings[deed.n % Math.max(box.packings.length, 1)];
      const packedEventId = packing?.eventId ?? "";
      return decideUnpack(known, { unitId: box?.unitId ?? "", packedEventId });
    }
    case "undo": {
      const bookings = [...state.booking.values()];
      return decideUndo(state, bookings[deed.n % Math.max(bookings.length, 1)]?.eventId ?? "", 0);
    }
  }
}

function good(pieces: number): Draft {
  const payload = { good: pieces, scrap: 0, rework: 0, reasonCode: null, source: "pad" as const };
  return { type: "quantity.reported", jobOrder: ORDER, payload };
}

function run(all: readonly Deed[], stationId: string): History {
  return all.reduce((history, deed) => {
    const decision = decide(history, deed, stationId);
    if (!decision.ok || keepsPacked(history.state, decision.value) !== undefined) return history;
    return record(history, decision.value, "P-1001");
  }, start());
}

describe("whatever is packed, unpacked, booked and taken back", () => {
  test("PK-5 PK-9 no more is packed than is good, no piece and no box is in two units, no SSCC is there twice", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const { state } = run(all, "WS-14");
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
        const ssccs = units.flatMap(({ sscc }) => sscc ?? []);
        expect(new Set(ssccs).size).toBe(ssccs.length);
      }),
    );
  });

  test("PK-12 a number counts one good piece, however often it is scanned", () => {
    fc.assert(
      fc.property(fc.array(n, { maxLength: 40 }), (numbers) => {
        const scans = numbers.map((number): Deed => ({ kind: "scan", n: number }));
        const progress = run(scans, "WS-14").state.jobOrder.get(ORDER);
        expect(progress?.reportedGood).toBe(new Set(numbers).size);
      }),
    );
  });
});
