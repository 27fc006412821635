import type { Known } from "../known.ts";
import { nobodyMayScan, type ScanContext, type ScanDecision, scanDecision } from "../scan-decision.ts";
import { decideStart } from "./decide.ts";
import { mayRunTogether } from "./run-together.ts";

/** A traveller starts its order, or brings it back from a pause; with another order running a person chooses. */
export function decideOrderScan(known: Known, jobOrderId: string, context: ScanContext): ScanDecision {
  const { state, master } = known;
  const order = master["job-order"].get(jobOrderId);
  if (order === undefined) return scanDecision("unknown", "code-unknown", { details: { order: jobOrderId } });
  const details = { order: jobOrderId, item: order.item.name };
  if (!context.personActive) return nobodyMayScan(known, details);
  const { workUnit, dataOfUtc = null, at } = context;
  // Set-up ends with a key, never because the paper beside it was scanned once more.
  if (state.jobOrder.get(jobOrderId)?.state === "setting-up")
    return scanDecision("shown", "order-shown", { details });
  const age = { nowUtc: at.atUtc, dataOfUtc };
  const started = decideStart(known, { jobOrderId, workUnit, activeOrder: null, age });
  if (started.ok) {
    const outcome = state.jobOrder.has(jobOrderId) ? "order-resumed" : "order-started";
    return scanDecision("done", outcome, { details, drafts: started.value });
  }
  const reason = { ...details, ...started.refusal.details, order: jobOrderId };
  switch (started.refusal.code) {
    case "order-already-running":
      return scanDecision("shown", "order-shown", { details });
    case "order-already-finished":
      return scanDecision("wrong", "order-finished", { details });
    case "order-aborted":
      return scanDecision("wrong", "order-aborted", { details });
    case "order-held":
      return scanDecision("blocked", "order-held", { details: reason });
    case "order-not-ready":
      return scanDecision("blocked", "order-not-ready", { details: reason });
    case "order-elsewhere":
      return scanDecision("wrong", "order-elsewhere", { details: reason });
    case "order-cancelled":
      return scanDecision("blocked", "order-cancelled", { details });
    case "another-order-active":
      return scanDecision("ambiguous", "order-choice", {
        details: { ...details, active: started.refusal.details.order ?? "" },
        choices: [
          { label: "pause-and-start", jobOrderId },
          // With pieces missing it takes a reason, which nobody can give here.
          ...(decideStart(known, { jobOrderId, workUnit, activeOrder: "finish", age }).ok
            ? [{ label: "finish-and-start", jobOrderId } as const]
            : []),
          ...(mayRunTogether(known, order) ? [{ label: "run-together", jobOrderId } as const] : []),
          { label: "show-only", jobOrderId },
        ],
      });
    default:
      return scanDecision("blocked", "order-blocked", { details: reason });
  }
}
