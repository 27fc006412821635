import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordedEvent } from "../event.ts";
import type { StationEvent } from "../genealogy/work-trace.ts";
import type { MasterData } from "../master-data.ts";
import { goodQuantity } from "../orders/job-order-progress.ts";
import type { History } from "../testing/history.ts";
import { sampleMasterData } from "../testing/sample-plant.ts";
import { foldUnits, type TracedUnit } from "./fold-units.ts";
import { afterDeeds, packingDeeds } from "./testing/packing-deeds.ts";

/*
 * Two stations pack pieces of the same orders without asking each other, and the MES hears of it in any order. What is in
 * which box is then what each station shows, and the sums over both are bounded, because each station bounds its own.
 */

const STATIONS = ["WS-14", "WS-15"] as const;

/** Five orders of two items, one of them for a customer: most may lie in one box, and some may not. */
const ring = sampleMasterData["job-order"].get("4720");
const pin = sampleMasterData["job-order"].get("4731");
const [range] = sampleMasterData["sscc-range"].values();
if (ring === undefined || pin === undefined || range === undefined)
  throw new Error("The sample plant has changed");
const orders = [
  ring,
  { ...ring, jobOrderId: "R-2" },
  { ...ring, jobOrderId: "R-3" },
  { ...ring, jobOrderId: "R-4", customer: { customerId: "C-1", name: "Nordpumpen A/S" } },
  pin,
];
const other = {
  ...range,
  ssccRangeId: "WS-15",
  stationId: "WS-15",
  fromSerial: 15_000_000,
  toSerial: 15_000_999,
};
const master: MasterData = {
  ...sampleMasterData,
  "job-order": new Map(orders.map((order) => [order.jobOrderId, order])),
  "sscc-range": new Map([range, other].map((one) => [one.ssccRangeId, one])),
};
const orderIds = orders.map(({ jobOrderId }) => jobOrderId);

/** Ids of the second station are made its own: both histories number theirs from one. */
function eventsOf({ events }: History, station: number): readonly StationEvent[] {
  const text = JSON.stringify(events).replaceAll("-7000-8000-", `-700${station}-8000-`);
  const own = JSON.parse(text) as RecordedEvent[];
  return own.map((event) => ({ ...event, stationId: STATIONS[station] ?? "" }));
}

function interleaved(logs: readonly (readonly StationEvent[])[], turns: readonly number[]): StationEvent[] {
  const next = logs.map((log) => log[Symbol.iterator]());
  const rest = logs.flatMap((log, station) => log.map(() => station));
  return [...turns, ...rest].flatMap((station) => {
    const step = next[station]?.next();
    return step === undefined || step.done === true ? [] : [step.value];
  });
}

type Compared = Pick<TracedUnit, "unitId" | "sscc" | "closedUtc" | "packings" | "labels" | "voidSsccs">;
const compared = ({ unitId, sscc, closedUtc, packings, labels, voidSsccs }: Compared): Compared => ({
  unitId,
  sscc,
  closedUtc,
  packings,
  labels,
  voidSsccs,
});
const byId = (left: Compared, right: Compared): number => (left.unitId < right.unitId ? -1 : 1);

/** As the screen of the station shows it. */
function unitsAt({ state }: History, station: number): readonly Compared[] {
  const text = JSON.stringify([...state.unit.values()].map(compared)).replaceAll(
    "-7000-8000-",
    `-700${station}-8000-`,
  );
  return JSON.parse(text) as Compared[];
}

function packedOf(units: readonly Pick<TracedUnit, "packings">[], jobOrderId: string): number {
  return units
    .flatMap(({ packings }) => packings)
    .filter((packing) => packing.child === null && packing.jobOrderId === jobOrderId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

const goodOf = ({ state }: History, jobOrderId: string): number => {
  const progress = state.jobOrder.get(jobOrderId);
  return progress === undefined ? 0 : goodQuantity(progress);
};

const turnsOf = fc.array(fc.nat({ max: 1 }), { maxLength: 120 });

describe("two stations that pack the same orders", () => {
  test("PK-21 PK-5 PK-6 whatever is packed, opened again and packed anew: in any order of arrival the MES sees what the stations show", () => {
    fc.assert(
      fc.property(fc.tuple(packingDeeds, packingDeeds), turnsOf, turnsOf, (deeds, one, two) => {
        const histories = deeds.map((all, station) =>
          afterDeeds({ stationId: STATIONS[station] ?? "", orders: orderIds, master }, all),
        );
        const logs = histories.map(eventsOf);
        const units = [...foldUnits(interleaved(logs, one)).values()];
        const shown = histories.flatMap(unitsAt).sort(byId);
        expect(units.map(compared).sort(byId)).toEqual(shown);
        const again = [...foldUnits(interleaved(logs, two)).values()];
        expect(again.sort(byId)).toEqual(units.sort(byId));
        for (const id of orderIds) {
          const made = histories.reduce((sum, history) => sum + goodOf(history, id), 0);
          expect(packedOf(units, id)).toBeLessThanOrEqual(made);
        }
        const ssccs = units.flatMap(({ sscc, voidSsccs }) => [
          ...voidSsccs,
          ...(sscc === null ? [] : [sscc]),
        ]);
        expect(new Set(ssccs).size).toBe(ssccs.length);
        expectOneKindEach(units);
      }),
      { numRuns: 60 },
    );
  });
});

/** One item and one customer in each unit, and no box on two pallets. */
function expectOneKindEach(units: readonly TracedUnit[]): void {
  const orderOf = new Map(orders.map((order) => [order.jobOrderId, order]));
  for (const unit of units) {
    const inIt = unit.packings.map(({ jobOrderId }) => orderOf.get(jobOrderId));
    const kinds = [unit.jobOrderId, ...unit.packings.map(({ jobOrderId }) => jobOrderId)].map((id) => {
      const order = orderOf.get(id);
      return `${order?.item.itemId} ${order?.customer?.customerId ?? ""}`;
    });
    expect(inIt).not.toContain(undefined);
    expect(new Set(kinds).size).toBe(1);
  }
  const children = units.flatMap(({ packings }) => packings.flatMap(({ child }) => child?.unitId ?? []));
  expect(new Set(children).size).toBe(children.length);
}
