import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { nextTurn } from "../turn.ts";
import type { Presence } from "./presence.ts";

export function evolvePeople(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.type === "person.signed-in") {
    const { personId, method } = event.payload;
    const atUtc = event.at.atUtc;
    const turn = nextTurn(state.presence);
    const times = { signedInUtc: atUtc, lastHereUtc: atUtc, provedAt: event.at };
    const here: Presence = { personId, method, turn, rights: "all", ...times };
    return [{ area: "presence", id: personId, row: here }];
  }
  if (event.type !== "person.signed-out" && event.type !== "person.rights-ended") return [];
  const presence = state.presence.get(event.payload.personId);
  if (presence === undefined) return [];
  if (event.type === "person.rights-ended") {
    const { left: rights } = event.payload;
    return [{ area: "presence", id: presence.personId, row: { ...presence, rights } }];
  }
  const left = { ...presence, signedInUtc: null, lastHereUtc: event.at.atUtc };
  return [{ area: "presence", id: presence.personId, row: left }];
}
