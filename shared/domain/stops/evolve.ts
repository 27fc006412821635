import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { KEPT_STOPS, type Stop } from "./stop.ts";

/** Stops of the active order, from pauses and from the machine's own state. */
export function evolveStops(state: StationState, event: RecordedEvent): readonly RowChange[] {
  switch (event.type) {
    case "order.paused":
      return [
        ...ended(state, "paused", event),
        began(state, event, { cause: "paused", reasonCode: event.payload.reasonCode }),
        ...tooOld(state),
      ];
    case "order.resumed":
    case "order.started":
    case "order.finished":
      return ended(state, "paused", event);
    case "machine.state-changed": {
      const closed = ended(state, "machine", event);
      if (event.payload.state !== "stopped" || event.jobOrder === null) return closed;
      return [...closed, began(state, event, { cause: "machine", reasonCode: null }), ...tooOld(state)];
    }
    default:
      return [];
  }
}

function began(
  state: StationState,
  event: RecordedEvent,
  why: Pick<Stop, "cause" | "reasonCode">,
): RowChange {
  const turn = nextTurn(state.stop);
  const stop = { stopId: event.eventId, ...why, sinceUtc: event.at.atUtc, endUtc: null, turn };
  return { area: "stop", id: stop.stopId, row: stop };
}

function ended(state: StationState, cause: Stop["cause"], event: RecordedEvent): readonly RowChange[] {
  const open = [...state.stop.values()].filter((stop) => stop.cause === cause && stop.endUtc === null);
  return open.map(
    (stop) => ({ area: "stop", id: stop.stopId, row: { ...stop, endUtc: event.at.atUtc } }) as const,
  );
}

/** Only ended stops go, so an open one is never forgotten. */
function tooOld(state: StationState): readonly RowChange[] {
  const done = [...state.stop.values()].filter((stop) => stop.endUtc !== null);
  const surplus = state.stop.size + 1 - KEPT_STOPS;
  if (surplus <= 0) return [];
  const oldest = done.toSorted(byTurn).slice(0, surplus);
  return oldest.map(({ stopId }) => ({ area: "stop", id: stopId, row: null }) as const);
}
