import type { MasterData } from "../master-data.ts";
import { type ScanDecision, scanDecision } from "../scan-decision.ts";
import type { StationState } from "../station-state.ts";
import { activePerson } from "./signed-in.ts";

/**
 * A badge makes its owner the active person, on any screen; the active person's own badge again means leaving, unless some
 * of the rights have ended: then it brings them back.
 */
export function decideBadgeScan(state: StationState, master: MasterData, badgeCode: string): ScanDecision {
  const person = [...master.person.values()].find((candidate) => candidate.badgeCode === badgeCode);
  if (person === undefined) return scanDecision("unknown", "code-unknown");
  const { personId, name } = person;
  const details = { person: name };
  const active = activePerson(state);
  if (active?.personId === personId && active.rights === "all") {
    const drafts = [{ type: "person.signed-out", jobOrder: null, payload: { personId } }] as const;
    return scanDecision("done", "signed-out", { details, drafts, actor: personId });
  }
  const drafts = [
    { type: "person.signed-in", jobOrder: null, payload: { personId, method: "badge" } },
  ] as const;
  return scanDecision("done", "signed-in", { details, drafts, actor: personId });
}
