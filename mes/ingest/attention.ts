import type { EventPayload } from "../../shared/domain/event.ts";
import type { AttentionOf } from "../../shared/protocol/attention.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { ParkingCode, RejectionCode } from "../../shared/protocol/messages.ts";
import type { Arrival } from "./arrival.ts";

export function refusedBooking(
  { entry, stationId }: Arrival,
  code: RejectionCode,
): AttentionOf<"rejected-booking"> {
  return {
    kind: "rejected-booking",
    id: entry.eventId,
    stationId,
    sinceUtc: entry.atUtc,
    eventType: entry.type,
    jobOrderId: entry.jobOrder,
    code,
  };
}

/** What merely waits is one line per cause, however many events wait: an order's start, or a newer MES. */
export function waitingBookings(
  { entry, stationId }: Arrival,
  code: ParkingCode,
): AttentionOf<"waiting-bookings"> {
  const line = { kind: "waiting-bookings", stationId, sinceUtc: entry.atUtc, code } as const;
  if (code === "depends-on-rejected")
    return {
      ...line,
      id: waitingOrderId(stationId, entry.jobOrder),
      eventType: null,
      jobOrderId: entry.jobOrder,
    };
  return { ...line, id: waitingTypeId(stationId, entry.type), eventType: entry.type, jobOrderId: null };
}

export function waitingTypeId(stationId: string, type: string): string {
  return `waiting:${stationId}:type:${type}`;
}

export function waitingOrderId(stationId: string, jobOrderId: string | null): string {
  return `waiting:${stationId}:order:${jobOrderId ?? ""}`;
}

export function toolWarningId(workUnit: string, toolId: string): string {
  return `tool-warning:${workUnit}:${toolId}`;
}

export function toolWarning(
  arrival: Arrival,
  payload: EventPayload<"tool.warned">,
): AttentionOf<"tool-warning"> {
  const id = toolWarningId(arrival.entry.workUnit, payload.toolId);
  return { kind: "tool-warning", id, ...toolLife(arrival, payload) };
}

export function maintenanceDue(
  arrival: Arrival,
  payload: EventPayload<"maintenance.raised">,
): AttentionOf<"maintenance"> {
  return { kind: "maintenance", id: payload.maintenanceOrderId, ...toolLife(arrival, payload) };
}

function toolLife(
  { entry, stationId }: Arrival,
  { toolId, usedCycles, lifeLimitCycles }: EventPayload<"tool.warned">,
): Omit<AttentionOf<"tool-warning">, "kind" | "id"> {
  const { workUnit, atUtc } = entry;
  return { stationId, sinceUtc: atUtc, workUnit, toolId, usedCycles, lifeLimitCycles };
}

export function helpWanted(
  { entry, stationId }: Arrival,
  { category }: EventPayload<"help.called">,
): AttentionOf<"help-call"> {
  return {
    kind: "help-call",
    id: entry.eventId,
    stationId,
    sinceUtc: entry.atUtc,
    category,
    jobOrderId: entry.jobOrder,
  };
}

/** The planner took back or cut an order that a station had begun. One line an order and station, whatever came after. */
export function plannerSurprise(
  { entry, stationId }: Pick<Arrival, "entry" | "stationId">,
  cause: AttentionOf<"begun-order">["cause"],
  quantities: { readonly good: number; readonly plannedQuantity: number } | null,
): AttentionOf<"begun-order"> {
  const jobOrderId = entry.jobOrder ?? "";
  const id = `begun:${stationId}:${jobOrderId}:${cause}`;
  const { good = null, plannedQuantity = null } = quantities ?? {};
  return {
    kind: "begun-order",
    id,
    stationId,
    sinceUtc: entry.atUtc,
    jobOrderId,
    cause,
    good,
    plannedQuantity,
  };
}

/** The planner held a lot while a station that had not heard of it loaded it (CF-4). One line a lot, order and station. */
export function heldLotUsed(
  { entry, stationId }: Pick<Arrival, "entry" | "stationId">,
  { lotId, hold, jobOrderId }: { readonly lotId: string; readonly hold: string; readonly jobOrderId: string },
): AttentionOf<"held-lot-used"> {
  const id = `held-lot:${stationId}:${jobOrderId}:${lotId}`;
  return { kind: "held-lot-used", id, stationId, sinceUtc: entry.atUtc, lotId, hold, jobOrderId };
}

/** A station told two different things under one key: someone has to look before it may go on. */
export function forkedJournal(
  stationId: string,
  { epoch, seq }: JournalEntry,
  atUtc: string,
): AttentionOf<"forked-journal"> {
  const id = `fork:${stationId}:${epoch}`;
  return { kind: "forked-journal", id, stationId, sinceUtc: atUtc, epoch, seq };
}
