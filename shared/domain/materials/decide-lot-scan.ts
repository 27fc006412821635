import type { Known } from "../known.ts";
import { activeOrder } from "../orders/active-order.ts";
import type { JobOrder } from "../orders/job-order.ts";
import { type ScanContext, type ScanDecision, scanDecision } from "../scan-decision.ts";
import type { StationState } from "../station-state.ts";
import type { Lot } from "./lot.ts";
import { loadKey } from "./material-load.ts";

/** A material lot is loaded for the active order if the order needs its item and nothing speaks against the lot. */
export function decideLotScan({ state, master }: Known, lotId: string, context: ScanContext): ScanDecision {
  const lot = master.lot.get(lotId);
  if (lot === undefined) return scanDecision("unknown", "code-unknown", { details: { lot: lotId } });
  const details = { lot: lotId, item: lot.item.name, quantity: String(lot.quantity) };
  const active = activeOrder(state);
  const order = active === undefined ? undefined : master["job-order"].get(active.jobOrderId);
  if (order === undefined) return scanDecision("shown", "lot-shown", { details });
  if (!context.personActive) return scanDecision("blocked", "sign-in-first", { details });
  return loadLot(state, { lot, order, details }, context);
}

interface LotScan {
  readonly lot: Lot;
  readonly order: JobOrder;
  readonly details: Readonly<Record<string, string>>;
}

function loadLot(state: StationState, scan: LotScan, context: ScanContext): ScanDecision {
  const { lot, order, details } = scan;
  if (!order.materials.some((material) => material.itemId === lot.item.itemId)) {
    const needed = stillNeeded(state, order);
    return scanDecision("wrong", "lot-wrong-item", {
      details: { ...details, ...needed, order: order.jobOrderId },
    });
  }
  if (lot.hold !== null)
    return scanDecision("blocked", "lot-held", { details: { ...details, hold: lot.hold } });
  if (lot.expiresUtc !== null && lot.expiresUtc < context.at.atUtc) {
    return scanDecision("blocked", "lot-expired", { details: { ...details, expired: lot.expiresUtc } });
  }
  const loaded = state.load.get(loadKey(order.jobOrderId, lot.item.itemId));
  if (loaded?.lotId === lot.lotId) {
    return scanDecision("duplicate", "lot-already-loaded", { details: { ...details, atUtc: loaded.atUtc } });
  }
  const payload = { lotId: lot.lotId, itemId: lot.item.itemId, quantity: lot.quantity };
  const drafts = [{ type: "material.loaded", jobOrder: order.jobOrderId, payload }] as const;
  return scanDecision("done", "lot-loaded", { details: { ...details, order: order.jobOrderId }, drafts });
}

/** The first material that is not loaded yet, else the first at all: what the verdict names as needed. */
function stillNeeded(state: StationState, order: JobOrder): Readonly<Record<string, string>> {
  const missing = order.materials.find(
    (material) => !state.load.has(loadKey(order.jobOrderId, material.itemId)),
  );
  const needed = missing ?? order.materials[0];
  return needed === undefined ? { needed: "" } : { needed: needed.name, location: needed.location };
}
