import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { type Booking, KEPT_BOOKINGS, standing } from "./booking.ts";

/** The bookings at hand for a correction: newest KEPT_BOOKINGS, each with what was taken back of it. */
export function evolveBookings(state: StationState, event: RecordedEvent): readonly RowChange[] {
  const made = bookingOf(event);
  if (made !== undefined) return [row({ ...made, turn: nextTurn(state.booking) }), ...tooOld(state)];
  const reversal = reversalIn(event);
  const original = reversal === undefined ? undefined : state.booking.get(reversal.of);
  if (reversal === undefined || original === undefined) return [];
  const takenBack = original.takenBack + (reversal.quantity ?? standing(original));
  return [row({ ...original, takenBack })];
}

function row(booking: Booking): RowChange {
  return { area: "booking", id: booking.eventId, row: booking };
}

/** Which booking an event takes back, and how much of it; null: all. */
function reversalIn(
  event: RecordedEvent,
): { readonly of: string; readonly quantity: number | null } | undefined {
  switch (event.type) {
    case "quantity.reversed":
      return { of: event.payload.reverses, quantity: event.payload.quantity };
    case "measurement.withdrawn":
      return { of: event.payload.withdraws, quantity: null };
    default:
      return undefined;
  }
}

function tooOld(state: StationState): readonly RowChange[] {
  const surplus = state.booking.size + 1 - KEPT_BOOKINGS;
  if (surplus <= 0) return [];
  const oldest = [...state.booking.values()].toSorted(byTurn).slice(0, surplus);
  return oldest.map(({ eventId }) => ({ area: "booking", id: eventId, row: null }) as const);
}

function bookingOf(event: RecordedEvent): Omit<Booking, "turn"> | undefined {
  if (event.jobOrder === null) return undefined;
  const base = {
    eventId: event.eventId,
    jobOrderId: event.jobOrder,
    atUtc: event.at.atUtc,
    personId: event.actor,
    good: 0,
    scrap: 0,
    rework: 0,
    about: null,
    takenBack: 0,
  };
  switch (event.type) {
    case "quantity.reported": {
      const { good, scrap, rework, reasonCode } = event.payload;
      const kind = scrap !== 0 ? "scrap" : rework !== 0 ? "rework" : "good";
      return { ...base, kind, good, scrap, rework, quantity: good + scrap + rework, about: reasonCode };
    }
    case "defect.logged": {
      const { quantity, defectCode, disposition } = event.payload;
      const scrap = disposition === "scrap" ? quantity : 0;
      const rework = disposition === "rework" ? quantity : 0;
      return { ...base, kind: "defect", scrap, rework, quantity, about: defectCode };
    }
    case "measurement.recorded":
      return { ...base, kind: "measurement", quantity: 1, about: event.payload.characteristicId };
    default:
      return undefined;
  }
}
