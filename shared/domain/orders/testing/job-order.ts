import type { JobOrder } from "../job-order.ts";

/** A job order of 100 pieces, a minute each. */
export function jobOrder(change: Partial<JobOrder> = {}): JobOrder {
  return {
    jobOrderId: "A",
    workUnit: "CNC-2",
    item: { itemId: "FLANGE-40", name: "Flange 40" },
    operation: { number: "30", name: "Turn" },
    plannedQuantity: 100,
    boxQuantity: null,
    idealCycleSeconds: 60,
    dueUtc: "2026-11-23T14:00:00.000Z",
    priority: 1,
    countAuthority: "machine",
    materials: [],
    characteristicIds: [],
    blockedBy: null,
    status: "released",
    ...change,
  };
}
