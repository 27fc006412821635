import type { EventPayload } from "../../shared/domain/event.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Attention } from "../../shared/protocol/pages.ts";
import type { Arrival } from "./arrival.ts";
import type { Judgement } from "./judgement.ts";
import { codeInWords, eventInWords } from "./plain-words.ts";

/** A refused booking stands alone; what merely waits is one line per cause, however many events wait. */
export function refusedBooking(
  arrival: Arrival,
  judgement: Exclude<Judgement, { verdict: "applied" }>,
): Attention {
  const { entry, stationId } = arrival;
  const where = entry.jobOrder === null ? stationId : `order ${entry.jobOrder} at ${stationId}`;
  const base = { kind: "rejected-booking", stationId, sinceUtc: entry.atUtc } as const;
  const words = codeInWords[judgement.code];
  if (judgement.verdict === "rejected")
    return {
      ...base,
      id: entry.eventId,
      title: `Booking not taken, ${where}`,
      detail: `${eventInWords(entry.type)}: ${words}`,
    };
  if (judgement.code === "depends-on-rejected")
    return {
      ...base,
      id: waitingOrderId(stationId, entry.jobOrder),
      title: `Bookings wait, ${where}`,
      detail: words,
    };
  return {
    ...base,
    id: waitingTypeId(stationId, entry.type),
    title: `Bookings wait, ${stationId}`,
    detail: `${entry.type} version ${entry.version}: ${words}`,
  };
}

export function waitingTypeId(stationId: string, type: string): string {
  return `waiting:${stationId}:type:${type}`;
}

export function toolWarningId(workUnit: string, toolId: string): string {
  return `tool-warning:${workUnit}:${toolId}`;
}

export function toolWarning(arrival: Arrival, payload: EventPayload<"tool.warned">): Attention {
  const { entry, stationId } = arrival;
  const left = Math.max(payload.lifeLimitCycles - payload.usedCycles, 0);
  return {
    kind: "tool-warning",
    id: toolWarningId(entry.workUnit, payload.toolId),
    stationId,
    title: `${entry.workUnit}, tool ${payload.toolId} next`,
    detail: `${left} cycles left of ${payload.lifeLimitCycles}`,
    sinceUtc: entry.atUtc,
  };
}

export function maintenanceDue(arrival: Arrival, payload: EventPayload<"maintenance.raised">): Attention {
  const { entry, stationId } = arrival;
  return {
    kind: "maintenance",
    id: payload.maintenanceOrderId,
    stationId,
    title: `${entry.workUnit}, change tool ${payload.toolId}`,
    detail: `${payload.usedCycles} of ${payload.lifeLimitCycles} cycles used`,
    sinceUtc: entry.atUtc,
  };
}

export function helpWanted(arrival: Arrival, category: EventPayload<"help.called">["category"]): Attention {
  const { entry, stationId } = arrival;
  return {
    kind: "help-call",
    id: entry.eventId,
    stationId,
    title: `${entry.workUnit} calls ${category}`,
    detail: entry.jobOrder === null ? stationId : `Order ${entry.jobOrder} at ${stationId}`,
    sinceUtc: entry.atUtc,
  };
}

/** A station told two different things under one key: someone has to look before it may go on. */
export function forkedJournal(stationId: string, entry: JournalEntry, atUtc: string): Attention {
  return {
    kind: "rejected-booking",
    id: `fork:${stationId}:${entry.epoch}`,
    stationId,
    title: `${stationId}: journal differs from what it sent before`,
    detail: `Entry ${entry.seq} is kept apart, nothing was overwritten; the station stops sending`,
    sinceUtc: atUtc,
  };
}

export function waitingOrderId(stationId: string, jobOrderId: string | null): string {
  return `waiting:${stationId}:order:${jobOrderId ?? ""}`;
}
