import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import type { MasterData } from "../master-data.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { isLeadHere, leadRefusal } from "./signed-in.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** Becomes the active person; someone signed in already just becomes active again. */
export function decideSignIn(master: MasterData, personId: string, method: "badge" | "pin"): Decision {
  if (!master.person.has(personId)) return refuse(refusal("unknown-person"));
  return accept([{ type: "person.signed-in", jobOrder: null, payload: { personId, method } }]);
}

export function decideSignOut(state: StationState, personId: string): Decision {
  if ((state.presence.get(personId)?.signedInUtc ?? null) === null)
    return refuse(refusal("nobody-signed-in"));
  return accept([{ type: "person.signed-out", jobOrder: null, payload: { personId } }]);
}

/** A PIN that was locked may be tried again: its owner shows the badge, and a lead says so (L1). */
export function decideUnlockPin(
  known: Known,
  { personId, isLocked }: { readonly personId: string; readonly isLocked: boolean },
): Decision {
  if (!known.master.person.has(personId)) return refuse(refusal("unknown-person"));
  if (!isLeadHere(known)) return refuse(leadRefusal(known));
  const presence = known.state.presence.get(personId);
  const isHere = presence !== undefined && presence.signedInUtc !== null && presence.method === "badge";
  if (!isLocked || !isHere) return refuse(refusal("pin-not-locked"));
  return accept([{ type: "person.pin-unlocked", jobOrder: null, payload: { personId } }]);
}
