import type { Instant } from "../../lib/clock.ts";
import type { CountAuthority } from "./job-order.ts";

export type JobOrderState = "running" | "paused" | "finished";

/** What this station has recorded of one job order. Quantities are whole pieces. */
export interface JobOrderProgress {
  readonly jobOrderId: string;
  readonly state: JobOrderState;
  readonly countAuthority: CountAuthority;
  /** Sum of what the part counter counted while the order was active. */
  readonly counted: number;
  /** Sum of good pieces that people booked, reversals included. */
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
  readonly defects: Readonly<Record<string, number>>;
  readonly startedUtc: string;
  readonly finishedUtc: string | null;
  readonly pauseReasonCode: string | null;
  /** Start of the present state, and run time before it in milliseconds. */
  readonly stateSince: Instant;
  readonly runMs: number;
  /** Grows with every change of state of any order; the highest is the one last on the machine. */
  readonly turn: number;
}

/** What the good count of an order is made of, at the station and at the MES alike. */
export type OrderSums = Pick<
  JobOrderProgress,
  "countAuthority" | "counted" | "reportedGood" | "scrap" | "rework"
>;

/**
 * Good pieces (GQ of ISO 22400). With the machine as authority every counted piece is good until it is booked as scrap
 * or rework; with the operator as authority only booked ones are.
 */
export function goodQuantity(sums: OrderSums): number {
  if (sums.countAuthority === "operator") return sums.reportedGood;
  return sums.counted + sums.reportedGood - sums.scrap - sums.rework;
}

/** Produced pieces (PQ of ISO 22400): good, scrap and rework. */
export function producedQuantity(progress: JobOrderProgress): number {
  return goodQuantity(progress) + progress.scrap + progress.rework;
}

/** Reason code of the pause that starting another order makes; it is in no reason list a person picks from. */
export const OTHER_ORDER_REASON = "other-order";

/** How many finished orders stay with all their figures; of older ones only the fact that they are finished. */
export const KEPT_FINISHED_ORDERS = 50;

/** All that is kept of an order long finished, so that its traveller is refused for ever. */
export interface FinishedOrder {
  readonly jobOrderId: string;
  readonly finishedUtc: string;
}
