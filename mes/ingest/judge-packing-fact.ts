import type { Fact } from "../../shared/domain/event.ts";
import { packingEvents } from "../../shared/domain/packing/events.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { applied, type Judgement, rejected } from "./judgement.ts";

export type PackingFact = Extract<Fact, { type: keyof typeof packingEvents }>;

export function isPackingFact(fact: Fact): fact is PackingFact {
  return Object.hasOwn(packingEvents, fact.type);
}

/** What was packed was packed, whatever became of its order: a unit must be found by a recall all the same. */
export function judgePackingFact(entry: JournalEntry, fact: PackingFact): Judgement {
  const { jobOrder: jobOrderId, eventId } = entry;
  if (jobOrderId === null) return rejected("invalid-payload");
  switch (fact.type) {
    case "unit.opened":
      return applied({ kind: "unit-noted", unitId: eventId, jobOrderId, sscc: null });
    case "unit.packed":
    case "unit.unpacked":
    case "unit.reopened":
    case "label.printed":
      return applied({ kind: "unit-noted", unitId: fact.payload.unitId, jobOrderId, sscc: null });
    case "unit.closed": {
      const { unitId, sscc } = fact.payload;
      return applied({ kind: "unit-noted", unitId, jobOrderId, sscc });
    }
    case "piece.identified":
      return applied({ kind: "serial-noted", jobOrderId, ...fact.payload });
  }
}
