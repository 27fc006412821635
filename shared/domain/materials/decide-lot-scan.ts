import { unreachable } from "../../lib/unreachable.ts";
import type { Known } from "../known.ts";
import { activeOrder } from "../orders/active-order.ts";
import type { JobOrder } from "../orders/job-order.ts";
import { nobodyMayScan, type ScanContext, type ScanDecision, scanDecision } from "../scan-decision.ts";
import { judgeLot, type LotFault, restOf } from "./judge-lot.ts";
import { loadDraft } from "./load-draft.ts";
import type { Lot } from "./lot.ts";
import type { MaterialLine } from "./material-line.ts";
import { loadedMark, loadKey } from "./material-load.ts";

type Details = Readonly<Record<string, string>>;

/** A material lot is loaded for the active order if the order needs its item and nothing speaks against the lot. */
export function decideLotScan(known: Known, lotId: string, context: ScanContext): ScanDecision {
  const { state, master } = known;
  const lot = master.lot.get(lotId);
  if (lot === undefined) return scanDecision("unknown", "code-unknown", { details: { lot: lotId } });
  const details = { lot: lotId, item: lot.item.name, quantity: restOf(known, lot), unit: lot.unit ?? "" };
  const active = activeOrder(state);
  const order = active === undefined ? undefined : master["job-order"].get(active.jobOrderId);
  if (order === undefined) return scanDecision("shown", "lot-shown", { details });
  if (!context.personActive) return nobodyMayScan(known, details);
  const line = order.materials.find(({ itemId }) => itemId === lot.item.itemId);
  if (line !== undefined) return loadLot(known, { lot, line, order, details }, context);
  const needed = stillNeeded(known, order);
  return scanDecision("wrong", "lot-wrong-item", {
    details: { ...details, ...needed, order: order.jobOrderId },
  });
}

interface LotScan {
  readonly lot: Lot;
  readonly line: MaterialLine;
  readonly order: JobOrder;
  readonly details: Details;
}

function loadLot(known: Known, scan: LotScan, context: ScanContext): ScanDecision {
  const { lot, line, order, details } = scan;
  const loaded = loadedMark(known.state.load.get(loadKey(order.jobOrderId, line.itemId)));
  if (loaded?.lotId === lot.lotId) {
    return scanDecision("duplicate", "lot-already-loaded", { details: { ...details, atUtc: loaded.atUtc } });
  }
  const fault = judgeLot(known, { lot, line, nowUtc: context.at.atUtc });
  if (fault !== undefined) return refusedLot(fault, details);
  const drafts = [loadDraft(known, { jobOrderId: order.jobOrderId, lot, line })];
  const ofOrder = { ...details, order: order.jobOrderId };
  if (loaded === undefined) return scanDecision("done", "lot-loaded", { details: ofOrder, drafts });
  return scanDecision("done", "lot-changed", { details: { ...ofOrder, former: loaded.lotId }, drafts });
}

function refusedLot(fault: LotFault, details: Details): ScanDecision {
  const { rule, ...facts } = fault;
  const said = { details: { ...details, ...facts } };
  switch (rule) {
    case "wrong-revision":
      return scanDecision("wrong", "lot-wrong-revision", said);
    case "held":
      return scanDecision("blocked", "lot-held", said);
    case "expired":
      return scanDecision("blocked", "lot-expired", said);
    case "empty":
      return scanDecision("wrong", "lot-empty", said);
    case "older-first":
      return scanDecision("blocked", "lot-older-first", said);
    default:
      return unreachable(rule);
  }
}

/** The first material that is not loaded yet, else the first at all: what the verdict names as needed. */
function stillNeeded({ state }: Known, order: JobOrder): Details {
  const missing = order.materials.find(
    ({ itemId }) => loadedMark(state.load.get(loadKey(order.jobOrderId, itemId))) === undefined,
  );
  const needed = missing ?? order.materials[0];
  return needed === undefined ? { needed: "" } : { needed: needed.name, location: needed.location };
}
