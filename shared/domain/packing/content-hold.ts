import type { Known } from "../known.ts";
import type { Lot } from "../materials/lot.ts";
import type { PackingUnit } from "./packing-unit.ts";

/** Why pieces of an order may not leave, in the words of who holds them; null: nothing holds them (PK-7). */
function orderHold({ state, master }: Known, jobOrderId: string): string | null {
  const order = master["job-order"].get(jobOrderId);
  if (order?.status === "aborted") return order.statusReason ?? "aborted";
  const hold = order?.hold ?? null;
  if (hold !== null) return hold.reason;
  const lots = [...master.lot.values()];
  const made = lots.find((lot) => lot.madeByJobOrderId === jobOrderId && lotHold(lot) !== null);
  if (made !== undefined) return lotHold(made);
  // A material that was held after it went in: its pieces are in doubt with it.
  const taken = [...state.load.values()]
    .filter((load) => load.jobOrderId === jobOrderId)
    .flatMap(({ marks }) => marks.map(({ lotId }) => master.lot.get(lotId)))
    .find((lot) => lot !== undefined && lotHold(lot) !== null);
  return taken === undefined ? null : lotHold(taken);
}

function lotHold({ lotId, hold, qualityStatus }: Lot): string | null {
  if (hold !== null) return `${lotId}: ${hold}`;
  return qualityStatus === undefined || qualityStatus === "released" ? null : `${lotId}: ${qualityStatus}`;
}

/** The first order in the unit, or in a unit inside of it, whose pieces are held. */
export function contentHold(
  known: Known,
  unit: PackingUnit,
): { readonly order: string; readonly why: string } | undefined {
  for (const order of ordersIn(known, unit)) {
    const why = orderHold(known, order);
    if (why !== null) return { order, why };
  }
  return undefined;
}

function ordersIn(known: Known, unit: PackingUnit): ReadonlySet<string> {
  return new Set(contentsOf(known, unit).map(({ jobOrderId }) => jobOrderId));
}

export interface UnitContent {
  readonly jobOrderId: string;
  readonly quantity: number;
  readonly lotId: string | null;
}

/** Pieces by order, those in inner units with them. */
export function contentsOf(known: Known, unit: PackingUnit): readonly UnitContent[] {
  const sums = new Map<string, number>();
  for (const { jobOrderId, quantity } of leaves(known, unit)) {
    sums.set(jobOrderId, (sums.get(jobOrderId) ?? 0) + quantity);
  }
  return [...sums].map(([jobOrderId, quantity]) => ({
    jobOrderId,
    quantity,
    lotId: madeLot(known, jobOrderId),
  }));
}

function leaves(known: Known, { packings }: PackingUnit): PackingUnit["packings"] {
  return packings.flatMap((packing) => {
    const inner = packing.child === null ? undefined : known.state.unit.get(packing.child.unitId);
    return inner === undefined ? [packing] : inner.packings;
  });
}

/** The lot in which the planner has the pieces of an order booked. */
function madeLot({ master }: Known, jobOrderId: string): string | null {
  const made = [...master.lot.values()].filter((lot) => lot.madeByJobOrderId === jobOrderId);
  return made.length === 1 ? (made[0]?.lotId ?? null) : null;
}
