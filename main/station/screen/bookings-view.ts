import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { Booking } from "../../../shared/domain/orders/booking.ts";
import { mayCorrect } from "../../../shared/domain/orders/decide-correction.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { byTurn } from "../../../shared/domain/turn.ts";
import type { BookingRow, ScreenModel } from "../../../shared/screen/screen-model.ts";

interface Sources {
  readonly state: StationState;
  readonly master: MasterData;
  readonly shiftStartUtc: string;
}

/** The bookings at hand, newest first. Measurements are corrected where they are taken: in their sample. */
export function bookingsView(from: Sources): ScreenModel["bookings"] {
  return [...from.state.booking.values()]
    .toSorted(byTurn)
    .reverse()
    .flatMap((booking) => (booking.kind === "measurement" ? [] : [rowOf(from, booking, booking.kind)]));
}

function rowOf(from: Sources, booking: Booking, kind: BookingRow["kind"]): BookingRow {
  const { master } = from;
  const { eventId, atUtc, jobOrderId, personId, quantity, takenBack } = booking;
  return {
    eventId,
    kind,
    atUtc,
    jobOrderId,
    itemName: master["job-order"].get(jobOrderId)?.item.name ?? null,
    personName: personId === null ? null : (master.person.get(personId)?.name ?? personId),
    about: aboutOf(master, booking),
    quantity,
    takenBack,
    mayCorrect: takenBack < quantity && mayCorrect(from, booking),
  };
}

function aboutOf(master: MasterData, { kind, about }: Booking): BookingRow["about"] {
  if (about === null) return null;
  const known = kind === "defect" ? master["defect-code"].get(about) : master.reason.get(about);
  return known?.name ?? null;
}
