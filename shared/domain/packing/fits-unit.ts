import { type Refusal, refusal } from "../refusal.ts";
import type { PackingUnit } from "./packing-unit.ts";

/** What is to go into a unit. */
export type PackedThing = Pick<PackingUnit, "itemId" | "itemName" | "customer">;

/** One unit, one item, one customer: whoever reads the label need not look into the box (PK-6). */
export function misfit(unit: PackingUnit, thing: PackedThing): Refusal | undefined {
  if (thing.itemId !== unit.itemId) {
    return refusal("unit-foreign-item", { item: thing.itemName, needed: unit.itemName });
  }
  if ((thing.customer?.customerId ?? null) !== (unit.customer?.customerId ?? null)) {
    return refusal("unit-foreign-customer", {
      customer: thing.customer?.name ?? "–",
      needed: unit.customer?.name ?? "–",
    });
  }
  return undefined;
}
