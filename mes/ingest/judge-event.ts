import type { EventPayload, Fact } from "../../shared/domain/event.ts";
import { isMovement, type Movement } from "../../shared/domain/orders/job-order-movement.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Arrival } from "./arrival.ts";
import {
  helpWanted,
  plannerSurprise,
  refusedBooking,
  toolWarning,
  toolWarningId,
  waitingBookings,
} from "./attention.ts";
import type { IngestState } from "./ingest-state.ts";
import { isMaterialFact, judgeMaterialFact } from "./judge-material-fact.ts";
import { holdMovements, judgeMovement, stationOrderOf } from "./judge-movement.ts";
import { isOrderFact, judgeOrderFact } from "./judge-order-fact.ts";
import { isPackingFact, judgePackingFact } from "./judge-packing-fact.ts";
import { judgeTimeCorrection } from "./judge-time-correction.ts";
import { applied, type Judgement, parked, rejected } from "./judgement.ts";

/**
 * The verdict on one event, given all before it (I-16). Whatever is not applied is shown to a person as well: the floor
 * page is where a refusal ends up, never a log file.
 */
export function judgeEvent(state: IngestState, arrival: Arrival): Judgement {
  const judgement = judgeReading(state, arrival);
  if (judgement.verdict === "applied") return judgement;
  const attention =
    judgement.verdict === "rejected"
      ? refusedBooking(arrival, judgement.code)
      : waitingBookings(arrival, judgement.code);
  return { ...judgement, effects: [...judgement.effects, { kind: "attention-opened", attention }] };
}

function judgeReading(state: IngestState, arrival: Arrival): Judgement {
  const { entry, read } = arrival;
  switch (read.kind) {
    case "fact":
      return judgeFact(state, arrival, read.fact);
    case "unknown-type":
      return parked("unknown-type");
    case "newer-version":
      return parked("newer-version", ...holdAfter(state, entry, "awaiting-upgrade"));
    case "invalid-payload":
      return rejected("invalid-payload", ...holdAfterStart(state, entry));
    default:
      return unreachable(read);
  }
}

function holdAfter(
  state: IngestState,
  entry: JournalEntry,
  hold: "awaiting-upgrade" | "start-rejected",
): Judgement["effects"] {
  if (entry.jobOrder === null || !isMovement(entry.type)) return [];
  return holdMovements(stationOrderOf(state, entry.jobOrder), hold);
}

function holdAfterStart(state: IngestState, entry: JournalEntry): Judgement["effects"] {
  return entry.type === "order.started" ? holdAfter(state, entry, "start-rejected") : [];
}

function judgeFact(state: IngestState, arrival: Arrival, fact: Fact): Judgement {
  const { entry } = arrival;
  if (isMovement(fact.type)) return judgeMovement(state, arrival, fact as Movement);
  if (isOrderFact(fact)) return judgeOrderFact(state, entry, fact);
  if (isMaterialFact(fact)) return judgeMaterialFact(state, arrival, fact);
  if (isPackingFact(fact)) return judgePackingFact(entry, fact);
  switch (fact.type) {
    case "time.corrected":
      return judgeTimeCorrection(state, entry, fact.payload);
    case "order.plan-changed":
      return planChanged(arrival, fact.payload);
    case "machine.state-changed":
      return machineChanged(entry, fact.payload);
    case "tool.warned":
      return applied({ kind: "attention-opened", attention: toolWarning(arrival, fact.payload) });
    case "maintenance.raised":
      return applied(
        { kind: "maintenance-raised", payload: fact.payload },
        { kind: "attention-closed", id: toolWarningId(entry.workUnit, fact.payload.toolId) },
      );
    case "tool.changed":
      return applied(
        { kind: "tool-changed", toolId: fact.payload.toolId },
        { kind: "attention-closed", id: toolWarningId(entry.workUnit, fact.payload.toolId) },
      );
    case "help.called":
      return applied({ kind: "attention-opened", attention: helpWanted(arrival, fact.payload) });
    default:
      return applied(); // kept in the journal; nothing at the MES follows from it yet
  }
}

/** More was made than is wanted now: nothing is taken back, and a person has to know (OR-6). */
function planChanged(arrival: Arrival, payload: EventPayload<"order.plan-changed">): Judgement {
  if (payload.good <= payload.plannedQuantity || payload.plannedQuantity >= payload.was) return applied();
  return applied({ kind: "attention-opened", attention: plannerSurprise(arrival, "cut", payload) });
}

/** The tile of a station wears the state of the machine whose orders it works, and lists all of them. */
function machineChanged(entry: JournalEntry, payload: EventPayload<"machine.state-changed">): Judgement {
  const { machineId, workUnit, state, agoMs } = payload;
  const isOfStation = workUnit === null || workUnit === entry.workUnit;
  const sinceUtc = new Date(Date.parse(entry.atUtc) - agoMs).toISOString();
  return applied({ kind: "machine-state", machineId, isOfStation, state, sinceUtc });
}
