import type { RecordedEvent } from "../../event.ts";
import type { RowChange, StationState } from "../../station-state.ts";
import { byTurn, nextTurn } from "../../turn.ts";
import { KEPT_ACKNOWLEDGEMENTS } from "./acknowledgement.ts";

export function evolveAlarms(state: StationState, event: RecordedEvent): readonly RowChange[] {
  switch (event.type) {
    case "alarm.acknowledged": {
      const { machineId, alarmId, came, occurrence, takenBy } = event.payload;
      const { eventId, actor: personId, at } = event;
      const about = { eventId, machineId, alarmId, came, occurrence, takenBy, personId, atUtc: at.atUtc };
      const row = { ...about, answer: null, turn: nextTurn(state.acknowledgement) };
      return [...forgotten(state), { area: "acknowledgement", id: eventId, row }];
    }
    case "alarm.acknowledgement-answered": {
      const { acknowledgedEventId, outcome, status } = event.payload;
      const row = state.acknowledgement.get(acknowledgedEventId);
      if (row === undefined) return [];
      const answered = { ...row, answer: { outcome, status } };
      return [{ area: "acknowledgement", id: acknowledgedEventId, row: answered }];
    }
    default:
      return [];
  }
}

function forgotten({ acknowledgement }: StationState): readonly RowChange[] {
  const surplus = acknowledgement.size + 1 - KEPT_ACKNOWLEDGEMENTS;
  if (surplus <= 0) return [];
  const oldest = [...acknowledgement.values()].toSorted(byTurn).slice(0, surplus);
  return oldest.map(({ eventId }) => ({ area: "acknowledgement", id: eventId, row: null }));
}
