import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";
import type { Role } from "./person.ts";
import type { Presence } from "./presence.ts";

/** Signed-in people, the one who came last at the end; their rights may have ended. */
export function signedIn(state: StationState): readonly Presence[] {
  return [...state.presence.values()].filter((presence) => presence.signedInUtc !== null).toSorted(byTurn);
}

/** In whose name bookings are: of those whose rights have not ended, the one who came last. */
export function activePerson(state: StationState): Presence | undefined {
  return signedIn(state).findLast(({ rights }) => rights !== "none");
}

/** Role of the active person, whatever is left of a lead's rights. */
export function activeRole({ state, master }: Known): Role | undefined {
  return master.person.get(activePerson(state)?.personId ?? "")?.role;
}

/** Whether the active person may do what only a lead may: for a short time after badge or PIN (ST-9). */
export function isLeadHere(known: Known): boolean {
  return activeRole(known) === "lead" && activePerson(known.state)?.rights === "all";
}

/** Why nobody may book here: nobody is signed in, or the rights of whoever is have ended by time. */
export function nobodyRefusal({ state, master }: Known): Refusal {
  const last = signedIn(state).at(-1);
  if (last === undefined) return refusal("nobody-signed-in");
  return refusal("rights-ended", { person: master.person.get(last.personId)?.name ?? last.personId });
}

/** Why what only a lead may is refused: a lead whose time is over holds the badge again, anyone else asks one. */
export function leadRefusal(known: Known, code: "lead-only" | "correction-lead-only" = "lead-only"): Refusal {
  const active = activePerson(known.state);
  if (active === undefined || activeRole(known) !== "lead") return refusal(code);
  return refusal("lead-time-over", { person: known.master.person.get(active.personId)?.name ?? "" });
}
