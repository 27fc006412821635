import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { BegunState } from "../../shared/domain/orders/job-order-progress.ts";

/** An order as one station works it. */
export interface StationOrder {
  readonly jobOrderId: string;
  readonly state: "none" | BegunState;
  /**
   * Why later events that move this order at this station are parked: its start was rejected, or one of them waits for
   * a newer MES. Facts that were made anyway (counts, checks, defects) are not held.
   */
  readonly hold: "none" | "start-rejected" | "awaiting-upgrade";
  /** Times as they are by all corrections so far (CR-10). */
  readonly sinceUtc: string | null;
  readonly pauseReason: string | null;
  readonly startedUtc: string | null;
  readonly finishedUtc: string | null;
  /** The event that `startedUtc` is the time of. */
  readonly startedBy: string | null;
  /** The event that `sinceUtc` and `finishedUtc` are the time of. */
  readonly movedBy: string | null;
}

/** What the planner says of an order as the batch arrives. */
export type PlannedOrder = Pick<JobOrder, "status" | "plannedQuantity"> & { readonly isHeld: boolean };

/** A stored event that a later one may take back. */
export interface TakenBackTarget {
  readonly type: string;
  readonly jobOrderId: string | null;
  readonly verdict: "applied" | "rejected" | "parked";
  /** Pieces of a booking; of anything else 1, as it is taken back whole. */
  readonly pieces: number;
}

/** The part of the MES's state that the events of one batch touch. Made for the batch, moved on by advanceState. */
export interface IngestState {
  /** Orders the MES knows, among those named in the batch. */
  readonly jobOrders: ReadonlyMap<string, PlannedOrder>;
  /** Lots that the planner holds, among those loaded in the batch, with his words. */
  readonly heldLots: ReadonlyMap<string, string>;
  readonly stationOrders: Map<string, StationOrder>;
  readonly targets: Map<string, TakenBackTarget>;
  /** By event id, the pieces that were reversed or withdrawn already; WHOLE where nothing is left of it. */
  readonly takenBack: Map<string, number>;
}

/** More than any booking has. */
export const WHOLE = 2 ** 40;

export function newStationOrder(jobOrderId: string): StationOrder {
  return {
    jobOrderId,
    state: "none",
    hold: "none",
    sinceUtc: null,
    pauseReason: null,
    startedUtc: null,
    finishedUtc: null,
    startedBy: null,
    movedBy: null,
  };
}
