import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft, EventPayload } from "../event.ts";
import type { Known } from "../known.ts";
import { isHeard } from "../machines/is-heard.ts";
import type { MasterData } from "../master-data.ts";
import { isLeadHere } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { activeOrder } from "./active-order.ts";
import type { BookingSource } from "./events.ts";
import type { JobOrder } from "./job-order.ts";
import { goodQuantity, type JobOrderProgress } from "./job-order-progress.ts";
import { knownGood, missingQuantity } from "./known-good.ts";
import { mostGood } from "./most-good.ts";
import { reworkDestination } from "./rework-destination.ts";
import { suggestedQuantity } from "./upstream.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** More digits than this is a code that ended up in the pad (UX §1.8, quantity guard). */
const MAX_QUANTITY_DIGITS = 6;

/**
 * The machine is the authority for good pieces, also while its signal is away: its counter goes on, and the next reading
 * brings what was made meanwhile. A booking by hand would count those pieces twice.
 */
export function machineCounts(progress: JobOrderProgress): boolean {
  return progress.countAuthority === "machine";
}

export interface GoodReport {
  readonly quantity: number;
  readonly source: BookingSource;
  /** The person was asked and says that so many it are. */
  readonly confirmed?: boolean | undefined;
}

export function decideGood(state: StationState, master: MasterData, report: GoodReport): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const odd = oddQuantity(report.quantity);
  if (odd !== undefined) return refuse(odd);
  if (machineCounts(active)) return refuse(refusal("machine-counts", { order: active.jobOrderId }));
  if (state.reading.has(active.jobOrderId))
    return refuse(refusal("readings-count", { order: active.jobOrderId }));
  const tooMuch = tooMuchGood({ state, master }, active, report);
  if (tooMuch !== undefined) return refuse(tooMuch);
  return accept([
    reported(active, { good: report.quantity, scrap: 0, rework: 0, reasonCode: null }, report.source),
  ]);
}

/**
 * What speaks against so many good pieces: the tolerance of the order, or that they look like a slip of a digit. Both are
 * judged by all that is known to be made, here and at other stations (SE-16).
 */
export function tooMuchGood(
  { state, master }: Known,
  active: JobOrderProgress,
  { quantity, confirmed, source }: GoodReport,
): Refusal | undefined {
  const order = master["job-order"].get(active.jobOrderId);
  if (order === undefined) return undefined;
  const most = mostGood(order);
  if (knownGood(active, master) + quantity > most && !isLeadHere({ state, master })) {
    return refusal("over-delivery", { most: String(most), order: order.jobOrderId });
  }
  if (confirmed) return undefined;
  const asks = source !== "tile" && source !== "box"; // where a person cannot say yes, nothing is asked
  const left = missingQuantity({ ...active, plannedQuantity: order.plannedQuantity }, master);
  const lying = asks ? suggestedQuantity(order, active, master) : null;
  return looksLikeSlip(quantity, left, order) ?? moreThanCame(quantity, lying);
}

/** More than the operation before has handed on is asked about once and never refused: a person sees the pieces (RW-5). */
function moreThanCame(quantity: number, lying: number | null): Refusal | undefined {
  if (lying === null || quantity <= lying) return undefined;
  return refusal("more-than-handed-on", { quantity: String(quantity), left: String(lying) });
}

/** Far more than the order can take is a slip of a digit; a whole box, or twice what is left, is not (QU-1). */
function looksLikeSlip(quantity: number, left: number, { boxQuantity }: JobOrder): Refusal | undefined {
  if (quantity <= Math.max(2 * left, boxQuantity ?? 0, 1)) return undefined;
  return refusal("quantity-too-large", { quantity: String(quantity), left: String(left) });
}

export interface RejectReport {
  readonly kind: "scrap" | "rework";
  readonly quantity: number;
  readonly reasonCode: string;
  /** Only of rework: the earlier operation that the pieces go back to. */
  readonly toJobOrderId?: string | undefined;
}

export function decideReject(state: StationState, master: MasterData, report: RejectReport): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  if (master.reason.get(report.reasonCode)?.kind !== report.kind) {
    return refuse(refusal("unknown-reason", { reason: report.reasonCode }));
  }
  const odd = oddQuantity(report.quantity) ?? tooManyRejects(state, active, report.quantity);
  if (odd !== undefined) return refuse(odd);
  const scrap = report.kind === "scrap" ? report.quantity : 0;
  const rework = report.kind === "rework" ? report.quantity : 0;
  const sent = reworkDestination(master["job-order"].get(active.jobOrderId), report);
  if (!sent.ok) return sent;
  const quantities = { good: 0, scrap, rework, reasonCode: report.reasonCode, ...sent.value };
  return accept([reported(active, quantities, "tile")]);
}

/** With a counting machine there cannot be more rejects than pieces; without its signal nobody knows how many there are. */
export function tooManyRejects(
  state: StationState,
  active: JobOrderProgress,
  quantity: number,
): Refusal | undefined {
  if (!machineCounts(active) || !isHeard(state) || quantity <= goodQuantity(active)) return undefined;
  return refusal("more-than-produced", {
    quantity: String(quantity),
    produced: String(goodQuantity(active)),
  });
}

/** What cannot be a quantity at all, whatever the order. */
export function oddQuantity(quantity: number): Refusal | undefined {
  if (!Number.isSafeInteger(quantity) || quantity <= 0) return refusal("quantity-not-positive");
  if (String(quantity).length > MAX_QUANTITY_DIGITS) return refusal("quantity-looks-like-code");
  return undefined;
}

interface Quantities {
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  readonly reasonCode: string | null;
  readonly reworkTo?: EventPayload<"quantity.reported">["reworkTo"];
}

function reported(active: JobOrderProgress, quantities: Quantities, source: BookingSource): Draft {
  return { type: "quantity.reported", jobOrder: active.jobOrderId, payload: { ...quantities, source } };
}
