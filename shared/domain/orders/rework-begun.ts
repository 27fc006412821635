import type { Known } from "../known.ts";
import type { StationState } from "../station-state.ts";
import type { Booking } from "./booking.ts";
import { reworkOrderId } from "./route.ts";

/** Known, with all orders of the terminal: rework may be at another of its places than the booking was. */
export interface KnownHere extends Known {
  /** Whether this terminal has begun an order, wherever, ended ones included. */
  readonly isBegunHere: (jobOrderId: string) => boolean;
}

/** @param state of the whole terminal, not of one of its places */
export function begunIn({ jobOrder, finishedOrder }: StationState): KnownHere["isBegunHere"] {
  return (jobOrderId) => jobOrder.has(jobOrderId) || finishedOrder.has(jobOrderId);
}

/**
 * Pieces that were sent back are in other hands once their rework order has begun (RW-8). Only this station's own work is
 * known here: where another one has begun it, the MES takes them out of the rework order and a person there is told.
 */
export function isReworkBegun(
  { master, isBegunHere }: Pick<KnownHere, "master" | "isBegunHere">,
  { kind, eventId, jobOrderId }: Booking,
): boolean {
  const route = master["job-order"].get(jobOrderId)?.route;
  if (kind !== "rework" || route === undefined || route === null) return false;
  return isBegunHere(reworkOrderId(route.productionOrderId, eventId));
}
