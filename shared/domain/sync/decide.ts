import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { isLeadHere, leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";

/**
 * A lead has looked into bookings that the MES refused. It settles nothing at the MES and takes nothing back; what is
 * booked instead is a booking of its own (I-16).
 *
 * @param isRefused whether an event is among the refused ones that the station shows
 */
export function decideRejectionSeen(
  known: Known,
  eventIds: readonly string[],
  isRefused: (eventId: string) => boolean,
): Result<readonly Draft[], Refusal> {
  if (!isLeadHere(known)) return refuse(leadRefusal(known));
  const open = eventIds.filter((eventId) => isRefused(eventId) && !known.state.seenRejection.has(eventId));
  if (open.length === 0) return refuse(refusal("unknown-rejection"));
  return accept([{ type: "rejection.seen", jobOrder: null, payload: { eventIds: open } }]);
}
