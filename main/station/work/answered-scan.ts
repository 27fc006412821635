import type { Draft } from "../../../shared/domain/event.ts";
import type { ScanOutcome } from "../../../shared/domain/scan-outcome.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { StationMemory } from "./memory.ts";

/** What was booked by a key, and where it stands in the journal. */
interface Booked {
  readonly drafts: readonly Draft[];
  readonly eventId: string | null;
}

/** A scan that booked nothing says what came of it once the choice that it led to did: the strip still shows it. */
export function noteAnswer(memory: Pick<StationMemory, "lastScan" | "lastRead">, booked: Booked): void {
  const { lastScan, lastRead } = memory;
  const answered = lastScan === null ? undefined : answeredScan(lastScan, booked);
  if (answered === undefined) return;
  memory.lastScan = answered;
  // The same code again within its window is still the same trigger pull.
  if (lastRead?.view.scanId === answered.scanId) memory.lastRead = { ...lastRead, view: answered };
}

/** @returns undefined when what was booked is no answer to this scan */
export function answeredScan(scan: ScanView, { drafts, eventId }: Booked): ScanView | undefined {
  if (scan.eventId !== null) return undefined;
  for (const draft of drafts) {
    const outcome = answerOf(scan, draft);
    if (outcome === undefined) continue;
    const details = { ...scan.details, ...wordsOf(draft) };
    return { ...scan, verdict: "done", outcome, details, choices: [], eventId };
  }
  return undefined;
}

function answerOf({ choices, outcome, details, code }: ScanView, draft: Draft): ScanOutcome | undefined {
  const isChosen = choices.some(({ jobOrderId }) => jobOrderId === draft.jobOrder);
  switch (draft.type) {
    case "order.started":
      return isChosen ? "order-started" : undefined;
    case "order.resumed":
    case "order.run-begun":
    case "order.set-up-begun":
      return isChosen ? "order-resumed" : undefined;
    case "material.loaded": {
      const { lotId, formerLotId } = draft.payload;
      if ((outcome !== "lot-older-first" && outcome !== "lot-expired") || details.lot !== lotId)
        return undefined;
      return formerLotId === null ? "lot-loaded" : "lot-changed";
    }
    case "scan.kept":
      return code === draft.payload.code ? "code-kept" : undefined;
    default:
      return undefined;
  }
}

function wordsOf(draft: Draft): Readonly<Record<string, string>> {
  const order = draft.jobOrder === null ? {} : { order: draft.jobOrder };
  return draft.type === "material.loaded" ? { ...order, former: draft.payload.formerLotId ?? "" } : order;
}
