import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import type { Lot } from "../materials/lot.ts";
import type { CountAuthority } from "../orders/job-order.ts";
import { freshHistory, type History, instantAt, record } from "./history.ts";
import { sampleMasterData, WORK_UNIT } from "./sample-plant.ts";

/** The sample plant with quantities per piece: order 4711 takes one ring of revision B and 0.25 l of oil a piece. */
const ring: Lot = {
  lotId: "88213",
  item: { itemId: "RING-40", name: "Ring 40" },
  quantity: 200,
  expiresUtc: null,
  hold: null,
  revision: "B",
};
const oil: Lot = {
  lotId: "5521",
  item: { itemId: "OIL-X", name: "Oil X" },
  quantity: "20.5",
  unit: "l",
  expiresUtc: "2027-01-01T00:00:00.000Z",
  hold: null,
};
const lots: readonly Lot[] = [
  ring,
  { ...ring, lotId: "88214", quantity: 150 },
  { ...ring, lotId: "88300", revision: "A" },
  { ...ring, lotId: "88301", revision: undefined },
  { ...ring, lotId: "66001", hold: "Q-121" },
  { ...ring, lotId: "66002", qualityStatus: "quarantine" },
  oil,
  { ...oil, lotId: "5519", expiresUtc: "2020-01-01T00:00:00.000Z" },
  { ...oil, lotId: "5530", expiresUtc: "2028-01-01T00:00:00.000Z" },
  { ...ring, lotId: "77120", item: { itemId: "RING-22", name: "Ring 22" } },
];

const order = sampleMasterData["job-order"].get("4711");
if (order === undefined) throw new Error("The sample plant has no order 4711");

export const materialPlant: MasterData = {
  ...sampleMasterData,
  "job-order": new Map([
    [
      "4711",
      {
        ...order,
        materials: [
          { itemId: "RING-40", name: "Ring 40", location: "R4", quantityPerPiece: "1", revision: "B" },
          { itemId: "OIL-X", name: "Oil X", location: "C2", quantityPerPiece: "0.25", unit: "l" },
        ],
      },
    ],
  ]),
  lot: new Map(lots.map((lot) => [lot.lotId, lot])),
};

export const scanContext = { at: instantAt(0), personActive: true, workUnit: WORK_UNIT };

/** A person signed in, and order 4711 running. */
export function runningOrder(countAuthority: CountAuthority = "operator", personId = "P-1001"): History {
  return record(freshHistory, [
    { type: "person.signed-in", jobOrder: null, payload: { personId, method: "badge" } },
    { type: "order.started", jobOrder: "4711", payload: { countAuthority, plannedQuantity: 600 } },
  ]);
}

export function good(quantity: number): Draft {
  return {
    type: "quantity.reported",
    jobOrder: "4711",
    payload: { good: quantity, scrap: 0, rework: 0, reasonCode: null, source: "pad" },
  };
}

export function scrap(quantity: number): Draft {
  return {
    type: "quantity.reported",
    jobOrder: "4711",
    payload: { good: 0, scrap: quantity, rework: 0, reasonCode: "scrap-1", source: "pad" },
  };
}
