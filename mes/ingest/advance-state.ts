import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { bookedPieces } from "./booked-pieces.ts";
import { type IngestState, WHOLE } from "./ingest-state.ts";
import type { Judgement } from "./judgement.ts";

/** Moves the state past one judged event, so that the next event of the batch is judged on it. */
export function advanceState(state: IngestState, entry: JournalEntry, judgement: Judgement): void {
  state.targets.set(entry.eventId, {
    type: entry.type,
    jobOrderId: entry.jobOrder,
    verdict: judgement.verdict,
    pieces: bookedPieces(entry),
  });
  for (const effect of judgement.effects) {
    if (effect.kind === "station-order") state.stationOrders.set(effect.row.jobOrderId, effect.row);
    if (effect.kind === "reversal") takeBack(state, effect.reverses, effect.quantity ?? WHOLE);
    if (effect.kind === "measurement-withdrawn") takeBack(state, effect.withdraws, WHOLE);
  }
}

function takeBack({ takenBack }: IngestState, eventId: string, pieces: number): void {
  takenBack.set(eventId, (takenBack.get(eventId) ?? 0) + pieces);
}
