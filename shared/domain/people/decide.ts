import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";

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
