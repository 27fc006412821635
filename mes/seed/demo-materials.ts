import type { Tool } from "../../shared/domain/maintenance/tool.ts";
import type { Lot } from "../../shared/domain/materials/lot.ts";

/** The lots of the trial plant. Oil X is good to the end of the day of seeding, by the clock of the plant. */
export function demoLots(now: Date): readonly Lot[] {
  const endOfDay = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 59).toISOString();
  const free = { expiresUtc: null, hold: null };
  const inAYear = new Date(now.getFullYear() + 1, now.getMonth(), now.getDate()).toISOString();
  const ring = { ...free, item: { itemId: "RING-40", name: "Ring 40" }, quantity: 200, revision: "B" };
  return [
    { ...ring, lotId: "88213", supplier: "Voss", supplierLot: "V-5512" },
    { ...ring, lotId: "88214", quantity: 250, supplier: "Voss", supplierLot: "V-5513" },
    { ...ring, lotId: "88100", revision: "A" },
    {
      ...free,
      lotId: "5521",
      item: { itemId: "OIL-X", name: "Oil X" },
      quantity: 20,
      unit: "L",
      expiresUtc: endOfDay,
    },
    {
      ...free,
      lotId: "5530",
      item: { itemId: "OIL-X", name: "Oil X" },
      quantity: 20,
      unit: "L",
      expiresUtc: inAYear,
    },
    { ...free, lotId: "90417", item: { itemId: "PIN-8", name: "Pin 8" }, quantity: 2_000 },
    { ...free, lotId: "77120", item: { itemId: "RING-22", name: "Ring 22" }, quantity: 150 },
    { ...ring, lotId: "66001", hold: "Q-121" },
  ];
}

export const demoTools: readonly Tool[] = [
  { toolId: "T4", name: "T4 insert", workUnit: "CNC-2", lifeLimitCycles: 400, warnAtCycles: 320 },
];
