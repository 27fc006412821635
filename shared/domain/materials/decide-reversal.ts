import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { negatedAmount } from "./amount.ts";

/**
 * Takes back the newest load or return of a line, or any issue of it, by an event that points at the original. Older
 * loads stay: what came after them was decided on them.
 */
export function decideMaterialReversal({ state }: Known, eventId: string): Result<readonly Draft[], Refusal> {
  for (const load of state.load.values()) {
    const jobOrder = load.jobOrderId;
    const issue = load.issues.find((made) => made.eventId === eventId);
    if (issue !== undefined) {
      const lotId = load.marks.find((mark) => mark.eventId === issue.loadEventId)?.lotId ?? "";
      const quantity = negatedAmount(issue.quantity);
      const payload = { reverses: eventId, deed: "issued", lotId, itemId: load.itemId, quantity } as const;
      return accept([{ type: "material.reversed", jobOrder, payload }]);
    }
    const last = load.marks.at(-1);
    if (last?.eventId === eventId) {
      const { kind: deed, lotId } = last;
      const payload = { reverses: eventId, deed, lotId, itemId: load.itemId, quantity: "0" } as const;
      return accept([{ type: "material.reversed", jobOrder, payload }]);
    }
  }
  return refuse(refusal("nothing-to-undo"));
}
