import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";

export interface Qualification {
  readonly stopId: string;
  readonly reasonCode: string;
}

/** A person says why it stood, while it stands or later; saying it again corrects it. */
export function decideQualify(
  { state, master }: Known,
  { stopId, reasonCode }: Qualification,
): Result<readonly Draft[], Refusal> {
  const stop = state.stop.get(stopId);
  if (stop === undefined) return refuse(refusal("unknown-stop"));
  if (master.reason.get(reasonCode)?.kind !== "pause") {
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  }
  if (stop.reasonCode === reasonCode) return accept([]);
  return accept([{ type: "stop.qualified", jobOrder: stop.jobOrderId, payload: { stopId, reasonCode } }]);
}
