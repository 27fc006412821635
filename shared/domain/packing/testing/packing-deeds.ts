import fc from "fast-check";
import type { Result } from "../../../lib/result.ts";
import { readCode } from "../../../scan/read-code.ts";
import { decideScan } from "../../decide-scan.ts";
import type { Draft } from "../../event.ts";
import type { Known } from "../../known.ts";
import type { MasterData } from "../../master-data.ts";
import type { Refusal } from "../../refusal.ts";
import { freshHistory, type History, instantAt, record } from "../../testing/history.ts";
import { WORK_UNIT } from "../../testing/sample-plant.ts";
import { takeBack } from "../../testing/take-back.ts";
import { decideCloseUnit } from "../decide-close-unit.ts";
import { decideOpenUnit, decidePack, decidePackUnit, decideUnpack } from "../decide-packing.ts";
import { decideReopenUnit } from "../decide-reopen-unit.ts";
import type { UnitKind } from "../events.ts";
import { keepsPacked } from "../keeps-packed.ts";
import { openUnit } from "../open-unit.ts";

const LEAD = "P-1003";
const MOST_ORDERS = 12;

/** What is done next at a station that packs; not all of it is possible at the time. */
export type PackingDeed = { readonly order: number } & (
  | {
      readonly kind: "good" | "scan" | "pack" | "onto" | "unpack" | "some-out" | "undo" | "reopen";
      readonly n: number;
    }
  | { readonly kind: "open" | "close"; readonly unit: UnitKind }
);

const numbered = ["good", "scan", "pack", "pack", "onto", "unpack", "some-out", "undo", "reopen"] as const;
const withNumber = fc.constantFrom(...numbered);
const order = fc.nat({ max: MOST_ORDERS - 1 });

const deed: fc.Arbitrary<PackingDeed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: withNumber, n: fc.integer({ min: 1, max: 12 }), order }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("open", "close"),
      unit: fc.constantFrom("box", "box", "pallet"),
      order,
    }),
  },
);
export const packingDeeds = fc.array(deed, { minLength: 10, maxLength: 60 });

export interface PackingStation {
  readonly stationId: string;
  /** Each deed is about one of them, however many there are. */
  readonly orders: readonly string[];
  readonly master: MasterData;
}

/** A station with its orders begun and a lead signed in, after the deeds that it did not refuse. */
export function afterDeeds(station: PackingStation, deeds: readonly PackingDeed[]): History {
  const lead: Draft = {
    type: "person.signed-in",
    jobOrder: null,
    payload: { personId: LEAD, method: "badge" },
  };
  const begun = station.orders.map((jobOrder): Draft => {
    const payload = { countAuthority: "operator" as const, plannedQuantity: 150 };
    return { type: "order.started", jobOrder, payload };
  });
  return deeds.reduce(
    (history, one) => {
      const decision = decide({ state: history.state, master: station.master }, one, station);
      if (!decision.ok || keepsPacked(history.state, decision.value) !== undefined) return history;
      return record(history, decision.value, LEAD);
    },
    record(freshHistory, [lead, ...begun], LEAD),
  );
}

function decide(
  known: Known,
  one: PackingDeed,
  { stationId, orders }: PackingStation,
): Result<readonly Draft[], Refusal> {
  const { state } = known;
  const jobOrderId = orders[one.order % orders.length] ?? "";
  const box = openUnit(state, "box") ?? openUnit(state, "pallet");
  const unitId = box?.unitId ?? "";
  switch (one.kind) {
    case "good":
      return { ok: true, value: [good(jobOrderId, one.n)] };
    case "scan": {
      const context = { at: instantAt(0), personActive: true, workUnit: WORK_UNIT };
      return { ok: true, value: decideScan(known, readCode(`SN${one.n}`), context).drafts };
    }
    case "open":
      return decideOpenUnit(known, { jobOrderId, kind: one.unit });
    case "close":
      return decideCloseUnit(known, { unitId: openUnit(state, one.unit)?.unitId ?? "", stationId });
    case "pack":
      return decidePack(known, { unitId, jobOrderId, quantity: one.n });
    case "onto": {
      const childUnitId = pick([...state.unit.values()], one.n)?.unitId ?? "";
      return decidePackUnit(known, { unitId: openUnit(state, "pallet")?.unitId ?? "", childUnitId });
    }
    case "unpack":
    case "some-out": {
      const packedEventId = pick(box?.packings ?? [], one.n)?.eventId ?? "";
      const quantity = one.kind === "unpack" ? undefined : one.n;
      return decideUnpack(known, { unitId, packedEventId, quantity });
    }
    case "reopen": {
      const closed = pick([...state.unit.values()], one.n)?.unitId ?? "";
      return decideReopenUnit(known, { unitId: closed, reasonCode: "reopen-1" });
    }
    case "undo":
      return takeBack(state, pick([...state.booking.values()], one.n)?.eventId ?? "");
  }
}

function pick<Row>(rows: readonly Row[], n: number): Row | undefined {
  return rows[n % Math.max(rows.length, 1)];
}

function good(jobOrder: string, pieces: number): Draft {
  const payload = { good: pieces, scrap: 0, rework: 0, reasonCode: null, source: "pad" as const };
  return { type: "quantity.reported", jobOrder, payload };
}
