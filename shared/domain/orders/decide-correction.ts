import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { activePerson, isLeadHere, leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { type Booking, standing } from "./booking.ts";
import { counterBooking } from "./counter-booking.ts";
import { oddQuantity } from "./decide-quantity.ts";
import { isReworkBegun, type KnownHere } from "./rework-begun.ts";

export interface Correction {
  readonly eventId: string;
  /** Pieces of the booking that were never made, found or booked rightly. */
  readonly quantity: number;
}

interface Known {
  readonly state: StationState;
  readonly master: MasterData;
  readonly shiftStartUtc: string;
}

interface KnownOfTerminal extends Known, Pick<KnownHere, "isBegunHere"> {}

/**
 * Takes back some or all pieces of an earlier booking by a linked event (CR-3, CR-4). The order may be finished by now:
 * what was booked wrongly is wrong all the same.
 */
export function decideCorrection(
  known: KnownOfTerminal,
  { eventId, quantity }: Correction,
): Result<readonly Draft[], Refusal> {
  const booking = known.state.booking.get(eventId);
  if (booking === undefined || booking.kind === "measurement" || standing(booking) === 0) {
    return refuse(refusal("nothing-to-undo"));
  }
  if (!mayCorrect(known, booking)) return refuse(leadRefusal(known, "correction-lead-only"));
  const odd = oddQuantity(quantity);
  if (odd !== undefined) return refuse(odd);
  const left = standing(booking);
  if (quantity > left) {
    return refuse(refusal("correction-too-much", { left: String(left) }));
  }
  if (isReworkBegun(known, booking)) return refuse(refusal("rework-begun"));
  return accept([counterBooking(booking, { quantity, how: "correction" })]);
}

/** Who booked it, until the end of the shift; a lead whenever it is still at hand (UX §1.9). */
export function mayCorrect(
  { state, master, shiftStartUtc }: Known,
  booking: Pick<Booking, "personId" | "atUtc">,
): boolean {
  const active = activePerson(state);
  if (active === undefined) return false;
  if (isLeadHere({ state, master })) return true;
  return booking.personId === active.personId && booking.atUtc >= shiftStartUtc;
}
