import type { Lot } from "../../shared/domain/materials/lot.ts";
import type { MaterialLine } from "../../shared/domain/materials/material-line.ts";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";

const IN_A_DAY_MS = 86_400_000;
const VALVE = { itemId: "VALVE-12", name: "Valve 12" };

const bar: MaterialLine = { itemId: "BAR-12", name: "Bar 12", location: "Rack B2", quantityPerPiece: "1" };
const body: MaterialLine = { itemId: "BODY-12", name: "Body 12", location: "Box", quantityPerPiece: "1" };
const seal: MaterialLine = { itemId: "SEAL-5", name: "Seal 5", location: "Rack S1", quantityPerPiece: "2" };

const route = (sequence: number, previousJobOrderId: string | null, transferQuantity: number | null) => ({
  productionOrderId: "9000",
  sequence,
  previousJobOrderId,
  transferQuantity,
});

/** A product of three operations: turned and deburred at the lathe, assembled at the bench. */
export function valveOrders(now: Date): readonly JobOrder[] {
  const common = {
    item: VALVE,
    plannedQuantity: 20,
    boxQuantity: null,
    idealCycleSeconds: 10,
    dueUtc: new Date(now.getTime() + IN_A_DAY_MS).toISOString(),
    characteristicIds: [],
    blockedBy: null,
    status: "released" as const,
  };
  const atLathe = { ...common, workUnit: "CNC-2" };
  return [
    {
      ...atLathe,
      jobOrderId: "9010",
      operation: { number: "10", name: "Turn" },
      instructions: [{ documentId: "AA-1201", title: "Turning Valve 12", revision: "3" }],
      route: route(10, null, 5),
      countAuthority: "machine",
      priority: 11,
      materials: [bar],
    },
    {
      ...atLathe,
      jobOrderId: "9020",
      operation: { number: "20", name: "Deburr" },
      instructions: [{ documentId: "AA-1202", title: "Deburring Valve 12", revision: "1" }],
      route: route(20, "9010", null),
      countAuthority: "operator",
      priority: 12,
      materials: [],
    },
    {
      ...common,
      workUnit: "ASSY-1",
      jobOrderId: "9030",
      operation: { number: "30", name: "Assemble" },
      instructions: [{ documentId: "AA-1203", title: "Assembling Valve 12", revision: "5" }],
      route: route(30, "9020", null),
      countAuthority: "operator",
      priority: 1,
      materials: [body, seal],
    },
  ];
}

const LOT = { expiresUtc: null, hold: null };
const BAR = { item: { itemId: "BAR-12", name: "Bar 12" }, quantity: 100, supplier: "Voss" };

/** Two lots of bar, the second the older one; the turned bodies as a lot of their own; seals. */
export const valveLots: readonly Lot[] = [
  { ...LOT, ...BAR, lotId: "70001", expiresUtc: "2099-12-31T23:00:00.000Z" },
  { ...LOT, ...BAR, lotId: "70002", expiresUtc: "2099-06-30T22:00:00.000Z" },
  {
    ...LOT,
    lotId: "70010",
    item: { itemId: "BODY-12", name: "Body 12" },
    quantity: 20,
    madeByJobOrderId: "9010",
  },
  { ...LOT, lotId: "70020", item: { itemId: "SEAL-5", name: "Seal 5" }, quantity: 500 },
];
