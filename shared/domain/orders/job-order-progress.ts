import type { Instant } from "../../lib/clock.ts";
import type { CountAuthority } from "./job-order.ts";
import type { JobOrderState } from "./job-order-table.ts";
import type { PlannerStop } from "./planner-stop.ts";

/** States of an order that this station has begun. */
export type BegunState = Exclude<JobOrderState, "stored" | "allowed" | "revoked">;

/** What this station has recorded of one job order. Quantities are whole pieces. */
export interface JobOrderProgress {
  readonly jobOrderId: string;
  /** Where it was begun. */
  readonly workUnit: string;
  readonly state: BegunState;
  /** What a resume goes on with. */
  readonly phase: "set-up" | "run";
  /** As the station knew it last; the difference to the other is a cut or a rise while it was worked (OR-6). */
  readonly plannedQuantity: number;
  readonly plannedAtStart: number;
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
  /** Orders that the same key paused, this one included; empty: it was paused alone, or is not. */
  readonly pausedTogether: readonly string[];
  /** Why the planner interrupted it; null: it was not, or goes on. */
  readonly held: PlannerStop | null;
  readonly stateSince: Instant;
  /**
   * Up to here its times are added up, in milliseconds; set-up is told apart from run. Later than `stateSince` when another
   * order joined or left beside it.
   */
  readonly timesUpTo: Instant;
  readonly runMs: number;
  readonly setUpMs: number;
  /** What of both came from corrections, so that the times as recorded stay to be seen. */
  readonly correctedRunMs: number;
  readonly correctedSetUpMs: number;
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

/** Reason code of an order that ends short because the planner cancelled or aborted it; in no reason list either. */
export const PLANNER_REASON = "planner";

/** Reason code of an order that ends short because fewer pieces came from the operation before; in no reason list either. */
export const UPSTREAM_REASON = "upstream";

/** How many finished orders stay with all their figures; of older ones only the fact that they are finished. */
export const KEPT_FINISHED_ORDERS = 50;

/** All that is kept of an order long ended, so that its traveller is refused for ever. */
export interface FinishedOrder {
  readonly jobOrderId: string;
  readonly finishedUtc: string;
  readonly end: "finished" | "aborted";
}
