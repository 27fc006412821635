import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { nextTurn } from "../turn.ts";

export function evolvePeople(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.type === "person.signed-in") {
    const { personId, method } = event.payload;
    const atUtc = event.at.atUtc;
    const turn = nextTurn(state.presence);
    const here = { personId, signedInUtc: atUtc, method, lastHereUtc: atUtc, turn };
    return [{ area: "presence", id: personId, row: here }];
  }
  if (event.type !== "person.signed-out") return [];
  const presence = state.presence.get(event.payload.personId);
  if (presence === undefined) return [];
  const left = { ...presence, signedInUtc: null, lastHereUtc: event.at.atUtc };
  return [{ area: "presence", id: presence.personId, row: left }];
}
