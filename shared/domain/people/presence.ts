import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";

export interface Presence {
  readonly personId: string;
  /** null: not signed in. */
  readonly signedInUtc: string | null;
  readonly method: "badge" | "pin";
  readonly lastHereUtc: string;
  /** Grows with every sign-in; the highest of those here is the active person. */
  readonly turn: number;
}

/** Signed-in people, the one who came last at the end: that is the active person. */
export function signedIn(state: StationState): readonly Presence[] {
  return [...state.presence.values()].filter((presence) => presence.signedInUtc !== null).toSorted(byTurn);
}

export function activePerson(state: StationState): Presence | undefined {
  return signedIn(state).at(-1);
}
