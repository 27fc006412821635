import type { Known } from "../known.ts";
import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";
import type { Presence } from "./presence.ts";

/** Signed-in people, the one who came last at the end: that is the active person. */
export function signedIn(state: StationState): readonly Presence[] {
  return [...state.presence.values()].filter((presence) => presence.signedInUtc !== null).toSorted(byTurn);
}

export function activePerson(state: StationState): Presence | undefined {
  return signedIn(state).at(-1);
}

/** Whether the active person may do what only a lead may. */
export function isLeadHere({ state, master }: Known): boolean {
  const active = activePerson(state);
  return active !== undefined && master.person.get(active.personId)?.role === "lead";
}
