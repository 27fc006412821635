import type { Fact } from "../../shared/domain/event.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Arrival } from "./arrival.ts";
import { heldLotUsed } from "./attention.ts";
import type { IngestState } from "./ingest-state.ts";
import { applied, type Judgement, parked, rejected } from "./judgement.ts";

const materialFacts = [
  "material.loaded",
  "material.returned",
  "material.issued",
  "material.reversed",
  "material.overridden",
] as const;
export type MaterialFact = Extract<Fact, { type: (typeof materialFacts)[number] }>;

export function isMaterialFact(fact: Fact): fact is MaterialFact {
  return (materialFacts as readonly string[]).includes(fact.type);
}

/**
 * What was put on a machine was put on it whatever became of the order: a lot must be found by a recall also where the
 * order was cancelled or is not known here. Only a fact of no order at all, or a reversal of nothing, is refused.
 */
export function judgeMaterialFact(
  state: IngestState,
  arrival: Pick<Arrival, "entry" | "stationId">,
  fact: MaterialFact,
): Judgement {
  const { entry } = arrival;
  const jobOrderId = entry.jobOrder;
  if (jobOrderId === null) return rejected("invalid-payload");
  if (fact.type === "material.loaded") {
    const { lotId } = fact.payload;
    const hold = state.heldLots.get(lotId);
    const used = { kind: "lot-used", lotId, jobOrderId } as const;
    if (hold === undefined) return applied(used);
    return applied(used, {
      kind: "attention-opened",
      attention: heldLotUsed(arrival, { lotId, hold, jobOrderId }),
    });
  }
  return fact.type === "material.reversed" ? judgeReversal(state, entry, fact) : applied();
}

/** A second reversal of one deed changes nothing, since the fold knows each deed by its id. */
function judgeReversal(
  state: IngestState,
  entry: JournalEntry,
  { payload }: Extract<MaterialFact, { type: "material.reversed" }>,
): Judgement {
  const target = state.targets.get(payload.reverses);
  const isFitting = target?.type === `material.${payload.deed}` && target.jobOrderId === entry.jobOrder;
  if (!isFitting || target.verdict === "rejected") return rejected("unknown-reversal");
  return target.verdict === "parked" ? parked("depends-on-rejected") : applied();
}
