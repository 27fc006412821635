import type { EventPayload, Fact } from "../../shared/domain/event.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { type Effect, progressEffect } from "./effect.ts";
import type { IngestState } from "./ingest-state.ts";
import { stationOrderOf } from "./judge-movement.ts";
import { applied, type Judgement, parked, rejected } from "./judgement.ts";

const orderFacts = [
  "parts.counted",
  "quantity.reported",
  "quantity.reversed",
  "measurement.recorded",
  "measurement.withdrawn",
  "defect.logged",
] as const;
export type OrderFact = Extract<Fact, { type: (typeof orderFacts)[number] }>;

export function isOrderFact(fact: Fact): fact is OrderFact {
  return (orderFacts as readonly string[]).includes(fact.type);
}

/**
 * What was made, measured or found on an order. It happened whatever became of the order's start, so a cancelled or
 * finished order takes it too; only an order that the MES does not know cannot.
 */
export function judgeOrderFact(state: IngestState, entry: JournalEntry, fact: OrderFact): Judgement {
  const jobOrderId = entry.jobOrder;
  if (jobOrderId === null) return judgeWithoutOrder(state, entry, fact);
  if (!state.jobOrders.has(jobOrderId)) {
    const held = stationOrderOf(state, jobOrderId).hold !== "none";
    return held ? parked("depends-on-rejected") : rejected("unknown-order");
  }
  return judgeOnOrder(state, entry, { jobOrderId, fact });
}

/** Cycles, checks and defects happen between orders too; a quantity belongs to an order or to nothing. */
function judgeWithoutOrder(state: IngestState, entry: JournalEntry, fact: OrderFact): Judgement {
  switch (fact.type) {
    case "parts.counted":
      return applied();
    case "quantity.reported":
      return rejected("invalid-payload");
    case "measurement.recorded":
      return applied({ kind: "measurement", payload: fact.payload });
    case "defect.logged":
      return applied({ kind: "defect", payload: fact.payload });
    case "quantity.reversed":
      return rejected("invalid-payload");
    case "measurement.withdrawn":
      return judgeWithdrawal(state, entry, fact.payload.withdraws);
    default:
      return unreachable(fact);
  }
}

function judgeOnOrder(
  state: IngestState,
  entry: JournalEntry,
  { jobOrderId, fact }: { readonly jobOrderId: string; readonly fact: OrderFact },
): Judgement {
  switch (fact.type) {
    case "parts.counted": {
      const { delta, scrap } = fact.payload;
      return applied(progressEffect(jobOrderId, { counted: delta, scrap }));
    }
    case "quantity.reported": {
      const { good, scrap, rework } = fact.payload;
      return applied(
        progressEffect(jobOrderId, { good, scrap, rework }),
        ...routedRework(jobOrderId, fact.payload),
        ...namedPiece(jobOrderId, fact.payload),
      );
    }
    case "quantity.reversed":
      return judgeReversal(state, entry, { jobOrderId, payload: fact.payload });
    case "measurement.recorded":
      return applied({ kind: "measurement", payload: fact.payload });
    case "measurement.withdrawn":
      return judgeWithdrawal(state, entry, fact.payload.withdraws);
    case "defect.logged": {
      const { quantity, disposition } = fact.payload;
      const scrap = disposition === "scrap" ? quantity : 0;
      const rework = disposition === "rework" ? quantity : 0;
      return applied(
        { kind: "defect", payload: fact.payload },
        progressEffect(jobOrderId, { scrap, rework }),
      );
    }
    default:
      return unreachable(fact);
  }
}

function routedRework(
  jobOrderId: string,
  { rework, reworkTo, reasonCode }: EventPayload<"quantity.reported">,
): readonly Effect[] {
  if (reworkTo === undefined || rework <= 0) return [];
  const { jobOrderId: toJobOrderId } = reworkTo;
  return [{ kind: "rework-routed", jobOrderId, toJobOrderId, quantity: rework, reasonCode }];
}

function namedPiece(jobOrderId: string, { piece }: EventPayload<"quantity.reported">): readonly Effect[] {
  return piece === undefined ? [] : [{ kind: "serial-noted", jobOrderId, ...piece }];
}

function judgeReversal(
  state: IngestState,
  entry: JournalEntry,
  {
    jobOrderId,
    payload,
  }: { jobOrderId: string; payload: Extract<OrderFact, { type: "quantity.reversed" }>["payload"] },
): Judgement {
  const refusal = refuseTakingBack(state, entry, {
    eventId: payload.reverses,
    types: ["quantity.reported", "defect.logged"],
    pieces: payload.quantity,
  });
  if (refusal !== undefined) return refusal;
  const { good, scrap, rework } = payload;
  return applied(
    { kind: "reversal", reverses: payload.reverses, quantity: payload.quantity },
    progressEffect(jobOrderId, { good, scrap, rework }),
  );
}

function judgeWithdrawal(state: IngestState, entry: JournalEntry, withdraws: string): Judgement {
  const refusal = refuseTakingBack(state, entry, {
    eventId: withdraws,
    types: ["measurement.recorded"],
    pieces: null,
  });
  return refusal ?? applied({ kind: "measurement-withdrawn", withdraws });
}

interface TakingBack {
  readonly eventId: string;
  readonly types: readonly string[];
  /** null: all of it. */
  readonly pieces: number | null;
}

/** Whatever the order of arrival, no more is taken back of a booking than was booked (CR-2). */
function refuseTakingBack(
  state: IngestState,
  entry: JournalEntry,
  { eventId, types, pieces }: TakingBack,
): Judgement | undefined {
  const target = state.targets.get(eventId);
  if (target === undefined || !types.includes(target.type) || target.jobOrderId !== entry.jobOrder)
    return rejected("unknown-reversal");
  if (target.verdict === "parked") return parked("depends-on-rejected");
  const before = state.takenBack.get(eventId) ?? 0;
  const isTooMuch = before + (pieces ?? target.pieces) > target.pieces;
  if (target.verdict === "rejected" || isTooMuch) return rejected("unknown-reversal");
  return undefined;
}
