import type { TimeMark } from "../domain/orders/time-mark.ts";

/** When an order began, paused, went on or ended: what can be corrected of it here. */
export interface TimeRow {
  readonly eventId: string;
  readonly jobOrderId: string;
  readonly itemName: string | null;
  readonly move: TimeMark["move"];
  /** As recorded, and as it is known to have been. */
  readonly recordedUtc: string;
  readonly atUtc: string;
  readonly personName: string | null;
  /** The active person may correct it. */
  readonly mayCorrect: boolean;
  /** Between these it may be moved: the events before and after it. */
  readonly earliestUtc: string;
  readonly latestUtc: string;
  /** Run and set-up time of its order in whole minutes, as recorded and as corrected; null: the order is long gone. */
  readonly totals: {
    readonly run: { readonly recorded: number; readonly now: number };
    readonly setUp: { readonly recorded: number; readonly now: number };
  } | null;
}
