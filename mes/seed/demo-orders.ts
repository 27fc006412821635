import type { JobOrder } from "../../shared/domain/orders/job-order.ts";

const HOUR_MS = 3_600_000;

const WORK_UNIT = "CNC-2";
const RING_40 = {
  itemId: "RING-40",
  name: "Ring 40",
  location: "Rack R4",
  quantityPerPiece: "1",
  revision: "B",
};
const OIL_X = { itemId: "OIL-X", name: "Oil X", location: "Rack R1", quantityPerPiece: "0.02", unit: "L" };
const PIN_8 = { itemId: "PIN-8", name: "Pin 8", location: "Rack A1", quantityPerPiece: "2" };
const RING_22 = { itemId: "RING-22", name: "Ring 22", location: "Rack R4", quantityPerPiece: "1" };

type OrderTemplate = Pick<
  JobOrder,
  "item" | "plannedQuantity" | "boxQuantity" | "idealCycleSeconds" | "countAuthority" | "materials"
> &
  Partial<Pick<JobOrder, "characteristicIds" | "blockedBy" | "instructions">>;

const TURN = { number: "30", name: "Turn" };

const FLANGE: OrderTemplate = {
  item: { itemId: "FLANGE-40", name: "Flange 40", gtin: "04012345000405" },
  plannedQuantity: 600,
  boxQuantity: 24,
  idealCycleSeconds: 48,
  countAuthority: "machine",
  materials: [RING_40, OIL_X, PIN_8],
  characteristicIds: ["DIA-40"],
  instructions: [{ documentId: "AA-0711", title: "Turning Flange 40", revision: "7" }],
};

const HUB: OrderTemplate = {
  item: { itemId: "HUB-90", name: "Hub 90", gtin: "04012345000900" },
  plannedQuantity: 40,
  boxQuantity: null,
  idealCycleSeconds: 210,
  countAuthority: "machine",
  materials: [RING_40],
  blockedBy: "Hold Q-118: operation 20 has finished 12 of 40",
};

const RING: OrderTemplate = {
  item: { itemId: "RING-22", name: "Ring 22", gtin: "04012345000221" },
  plannedQuantity: 150,
  boxQuantity: 24,
  idealCycleSeconds: 36,
  countAuthority: "operator",
  materials: [RING_22],
};

const PIN: OrderTemplate = {
  item: { itemId: "PIN-8", name: "Pin 8", gtin: "04012345000085" },
  plannedQuantity: 2_000,
  boxQuantity: 200,
  idealCycleSeconds: 9,
  countAuthority: "operator",
  materials: [PIN_8],
};

/** The orders of the trial plant, in the planner's order; due times lie around the moment of seeding. */
export function demoOrders(now: Date): readonly JobOrder[] {
  const plan = [
    { jobOrderId: "4711", dueInHours: 4, of: FLANGE },
    { jobOrderId: "4720", dueInHours: 26, of: RING },
    { jobOrderId: "4698", dueInHours: 3, of: HUB },
    { jobOrderId: "4731", dueInHours: 52, of: PIN },
    { jobOrderId: "4712", dueInHours: 28, of: FLANGE },
  ];
  return plan.map(({ jobOrderId, dueInHours, of }, index) => ({
    jobOrderId,
    workUnit: WORK_UNIT,
    operation: TURN,
    blockedBy: null,
    characteristicIds: [],
    status: "released",
    priority: index + 1,
    dueUtc: new Date(now.getTime() + dueInHours * HOUR_MS).toISOString(),
    ...of,
  }));
}
