import type { Draft, RecordedEvent } from "../event.ts";
import { evolveAll } from "../evolve.ts";
import { goodQuantity } from "../orders/job-order-progress.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";

const touching: readonly Draft["type"][] = ["quantity.reported", "quantity.reversed", "defect.logged"];

/**
 * What a person books or takes back never leaves fewer good pieces of an order than are in units, and no packed piece
 * without its number: whoever has to do that takes the pieces out first (PK-5).
 */
export function keepsPacked(state: StationState, drafts: readonly Draft[]): Refusal | undefined {
  for (const draft of drafts) {
    if (draft.jobOrder === null || !touching.includes(draft.type)) continue;
    const packed = state.packedPieces.get(draft.jobOrder)?.quantity ?? 0;
    if (packed === 0) continue;
    const [before, after] = [goodOf(state, draft.jobOrder), goodOf(withDraft(state, draft), draft.jobOrder)];
    if (isPackedPiece(state, draft) || (after < before && after < packed)) {
      return refusal("pieces-packed", { order: draft.jobOrder, packed: String(packed) });
    }
  }
  return undefined;
}

function goodOf(state: StationState, jobOrderId: string): number {
  const progress = state.jobOrder.get(jobOrderId);
  return progress === undefined ? 0 : goodQuantity(progress);
}

function isPackedPiece(state: StationState, draft: Draft): boolean {
  if (draft.type !== "quantity.reversed") return false;
  const { reverses } = draft.payload;
  return [...state.serial.values()].some(({ eventId, unitId }) => eventId === reverses && unitId !== null);
}

function withDraft(state: StationState, draft: Draft): StationState {
  const at = { atUtc: "1970-01-01T00:00:00.000Z", monoNs: "0", bootId: "", clockState: "trusted" } as const;
  const event: RecordedEvent = { workUnit: "", ...draft, eventId: "", at, actor: null };
  return evolveAll(state, [event]).state;
}
