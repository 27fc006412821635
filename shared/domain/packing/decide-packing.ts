import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { oddQuantity } from "../orders/decide-quantity.ts";
import type { JobOrder } from "../orders/job-order.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { UnitKind } from "./events.ts";
import { misfit, type PackedThing } from "./fits-unit.ts";
import { openUnit } from "./open-unit.ts";
import { isDivisible, type PackingUnit, piecesIn } from "./packing-unit.ts";
import { unpackedGood } from "./unpacked-good.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** A new box or pallet for what an order makes. */
export function decideOpenUnit(
  { state, master }: Known,
  { jobOrderId, kind }: { readonly jobOrderId: string; readonly kind: UnitKind },
): Decision {
  const order = master["job-order"].get(jobOrderId);
  if (order === undefined) return refuse(refusal("unknown-order", { order: jobOrderId }));
  if (!state.jobOrder.has(jobOrderId)) return refuse(refusal("order-not-started", { order: jobOrderId }));
  if (openUnit(state, kind) !== undefined) return refuse(refusal("unit-open-already"));
  const payload = { kind, ...thingOf(order), gtin: order.item.gtin ?? null };
  return accept([{ type: "unit.opened", jobOrder: jobOrderId, payload }]);
}

function thingOf({ item, customer }: JobOrder): PackedThing {
  const buyer =
    customer === undefined || customer === null
      ? null
      : { customerId: customer.customerId, name: customer.name };
  return { itemId: item.itemId, itemName: item.name, customer: buyer };
}

export interface PiecesToPack {
  readonly unitId: string;
  readonly jobOrderId: string;
  readonly quantity: number;
  readonly serials?: readonly string[];
  /** Pieces that the same step books good. */
  readonly justMade?: number;
}

export function decidePack(known: Known, pieces: PiecesToPack): Decision {
  const { unitId, jobOrderId, quantity, serials = [], justMade = 0 } = pieces;
  const unit = stillOpen(known, unitId);
  if (!unit.ok) return unit;
  const odd = oddQuantity(quantity);
  if (odd !== undefined) return refuse(odd);
  const order = known.master["job-order"].get(jobOrderId);
  if (order === undefined) return refuse(refusal("unknown-order", { order: jobOrderId }));
  const foreign = misfit(unit.value, thingOf(order));
  if (foreign !== undefined) return refuse(foreign);
  const left = unpackedGood(known.state, jobOrderId) + justMade;
  if (quantity > left) {
    return refuse(refusal("more-than-good", { left: String(left), order: jobOrderId }));
  }
  const payload = { unitId, quantity, serials: [...serials], child: null };
  return accept([{ type: "unit.packed", jobOrder: jobOrderId, payload }]);
}

function stillOpen({ state }: Known, unitId: string): Result<PackingUnit, Refusal> {
  const unit = state.unit.get(unitId);
  if (unit === undefined) return refuse(refusal("unknown-unit"));
  return unit.sscc === null ? accept(unit) : refuse(refusal("unit-closed", { sscc: unit.sscc }));
}

/** A closed box onto the open pallet, with all that is in it. */
export function decidePackUnit(
  known: Known,
  { unitId, childUnitId }: { readonly unitId: string; readonly childUnitId: string },
): Decision {
  const outer = stillOpen(known, unitId);
  if (!outer.ok) return outer;
  const inner = known.state.unit.get(childUnitId);
  if (inner === undefined) return refuse(refusal("unknown-unit"));
  const { sscc, jobOrderId } = inner;
  if (sscc === null || inner.kind !== "box" || outer.value.kind !== "pallet") {
    return refuse(refusal("unit-not-closed"));
  }
  if (inner.insideOf !== null) return refuse(refusal("unit-inside-another", { sscc }));
  const foreign = misfit(outer.value, inner);
  if (foreign !== undefined) return refuse(foreign);
  const child = { unitId: childUnitId, sscc };
  const payload = { unitId, quantity: piecesIn(inner), serials: [], child };
  return accept([{ type: "unit.packed", jobOrder: jobOrderId, payload }]);
}

interface PiecesToTakeOut {
  readonly unitId: string;
  readonly packedEventId: string;
  /** Left out: all of the packing. */
  readonly quantity?: number | undefined;
}

/** While the unit is open. A packing is taken back as a whole; where only some of it comes out, the rest is packed anew. */
export function decideUnpack(
  known: Known,
  { unitId, packedEventId, quantity: wanted }: PiecesToTakeOut,
): Decision {
  const unit = stillOpen(known, unitId);
  if (!unit.ok) return unit;
  const packing = unit.value.packings.find(({ eventId }) => eventId === packedEventId);
  if (packing === undefined) return refuse(refusal("nothing-to-undo"));
  const { quantity, serials, child, jobOrderId } = packing;
  const out: Draft = {
    type: "unit.unpacked",
    jobOrder: jobOrderId,
    payload: { unitId, unpacks: packedEventId, quantity, serials: [...serials], child },
  };
  if (wanted === undefined || wanted === quantity) return accept([out]);
  const odd = oddQuantity(wanted);
  if (odd !== undefined) return refuse(odd);
  // A piece with a number and a whole box have nothing in them that could stay.
  if (wanted > quantity || !isDivisible(packing)) {
    return refuse(refusal("more-than-packed", { left: String(quantity) }));
  }
  const rest = { unitId, quantity: quantity - wanted, serials: [], child: null };
  return accept([out, { type: "unit.packed", jobOrder: jobOrderId, payload: rest }]);
}
