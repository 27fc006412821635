import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { KEPT_SEEN_REJECTIONS } from "./seen-rejection.ts";

export function evolveSync(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.type !== "rejection.seen") return [];
  const turn = nextTurn(state.seenRejection);
  const seen = event.payload.eventIds.map((eventId, index): RowChange => {
    const row = { eventId, seenUtc: event.at.atUtc, personId: event.actor, turn: turn + index };
    return { area: "seenRejection", id: eventId, row };
  });
  return [...forgotten(state, seen.length), ...seen];
}

function forgotten(state: StationState, added: number): readonly RowChange[] {
  const surplus = state.seenRejection.size + added - KEPT_SEEN_REJECTIONS;
  if (surplus <= 0) return [];
  const oldest = [...state.seenRejection.values()].toSorted(byTurn).slice(0, surplus);
  return oldest.map(({ eventId }) => ({ area: "seenRejection", id: eventId, row: null }));
}
