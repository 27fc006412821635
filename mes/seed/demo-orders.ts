import type { JobOrder } from "../../shared/domain/orders/job-order.ts";

const HOUR_MS = 3_600_000;

const WORK_UNIT = "CNC-2";
const RING_40 = { itemId: "RING-40", name: "Ring 40", location: "Rack R4" };
const OIL_X = { itemId: "OIL-X", name: "Oil X", location: "Rack R1" };
const PIN_8 = { itemId: "PIN-8", name: "Pin 8", location: "Rack A1" };
const RING_22 = { itemId: "RING-22", name: "Ring 22", location: "Rack R4" };

/** The orders of the trial plant; due times lie around the moment of seeding. */
export function demoOrders(now: Date): readonly JobOrder[] {
  const dueIn = (hours: number) => new Date(now.getTime() + hours * HOUR_MS).toISOString();
  const released = { workUnit: WORK_UNIT, status: "released", blockedBy: null } as const;
  const flange = {
    ...released,
    item: { itemId: "FLANGE-40", name: "Flange 40" },
    operation: { number: "30", name: "Turn" },
    plannedQuantity: 600,
    boxQuantity: 24,
    idealCycleSeconds: 48,
    countAuthority: "machine",
    materials: [RING_40, OIL_X, PIN_8],
    characteristicIds: ["DIA-40"],
  } as const;
  return [
    order({ ...flange, jobOrderId: "4711", dueUtc: dueIn(4), priority: 1 }),
    order({
      ...released,
      jobOrderId: "4720",
      item: { itemId: "RING-22", name: "Ring 22" },
      operation: { number: "30", name: "Turn" },
      plannedQuantity: 150,
      boxQuantity: 24,
      idealCycleSeconds: 36,
      dueUtc: dueIn(26),
      priority: 2,
      countAuthority: "operator",
      materials: [RING_22],
      characteristicIds: [],
    }),
    order({
      ...released,
      jobOrderId: "4698",
      item: { itemId: "HUB-90", name: "Hub 90" },
      operation: { number: "30", name: "Turn" },
      plannedQuantity: 40,
      boxQuantity: null,
      idealCycleSeconds: 210,
      dueUtc: dueIn(3),
      priority: 3,
      countAuthority: "machine",
      materials: [RING_40],
      characteristicIds: [],
      blockedBy: "Hold Q-118: operation 20 has finished 12 of 40",
    }),
    order({
      ...released,
      jobOrderId: "4731",
      item: { itemId: "PIN-8", name: "Pin 8" },
      operation: { number: "30", name: "Turn" },
      plannedQuantity: 2_000,
      boxQuantity: 200,
      idealCycleSeconds: 9,
      dueUtc: dueIn(52),
      priority: 4,
      countAuthority: "operator",
      materials: [PIN_8],
      characteristicIds: [],
    }),
    order({ ...flange, jobOrderId: "4712", dueUtc: dueIn(28), priority: 5 }),
  ];
}

type DemoOrder = Omit<JobOrder, "materials" | "characteristicIds"> & {
  readonly materials: readonly {
    readonly itemId: string;
    readonly name: string;
    readonly location: string;
  }[];
  readonly characteristicIds: readonly string[];
};

function order(demo: DemoOrder): JobOrder {
  return {
    ...demo,
    materials: [...demo.materials],
    characteristicIds: [...demo.characteristicIds],
  } as JobOrder;
}
