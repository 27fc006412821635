import type { Movement } from "./job-order-movement.ts";

/** What the time of an order was spent on; null: on nothing of its own. */
export type Spending = "run" | "set-up" | "pause";

/** When an order went from one thing to the next, as long as it is at hand for a correction. */
export interface TimeMark {
  /** Of the event that moved it. */
  readonly eventId: string;
  readonly jobOrderId: string;
  readonly workUnit: string;
  readonly move: Movement["type"];
  /** As recorded; corrections are in `shiftMs`. */
  readonly atUtc: string;
  readonly personId: string | null;
  readonly before: Spending | null;
  readonly after: Spending | null;
  /** Sum of all corrections: positive is later. */
  readonly shiftMs: number;
  /** Another order ran together with it then: its time is a part of another's. */
  readonly isShared: boolean;
  /** Grows with every mark. */
  readonly turn: number;
}

/** How many marks the station keeps at hand; older ones are in the journal. */
export const KEPT_TIME_MARKS = 100;

/** When it was, by all that is known now; milliseconds since 1970. */
export function correctedMs({ atUtc, shiftMs }: TimeMark): number {
  return Date.parse(atUtc) + shiftMs;
}
