import type { Draft } from "../../shared/domain/event.ts";
import * as worked from "./worked-drafts.ts";

export interface Work {
  readonly jobOrder: string;
  readonly person: string;
  /** How many events there are of it, exactly. */
  readonly events: number;
  /** Which lot is on the machine after so many changes of lots. */
  readonly lotOf: (change: number) => string;
}

/** Records some events at once, by a person or by the machine. @returns the id of the first; "" where there are none */
export type WriteDrafts = (drafts: readonly Draft[], personId: string | null) => string;

/** One order from its start to its end: counts, stops, bookings, corrections, checks, defects and changes of lots. */
export function workOrder(write: WriteDrafts, { jobOrder, person, events, lotOf }: Work): void {
  let left = events;
  const put = (drafts: readonly Draft[], personId: string | null): string => {
    const fitting = drafts.slice(0, left);
    left -= fitting.length;
    return fitting.length === 0 ? "" : write(fitting, personId);
  };
  put(worked.begun(jobOrder, { personId: person, lotId: lotOf(0) }), person);
  for (let round = 1; left > worked.ROUND_EVENTS; round += 1) {
    const stopId = put(worked.stopBegan(jobOrder), null);
    const bookingId = put(worked.afterStop(jobOrder, { stopId, round }), person);
    put(worked.correction(jobOrder, { bookingId, round }), person);
    put(worked.lotChange(jobOrder, { round, lotOf }), person);
  }
  put(worked.ended(jobOrder, { person, room: left }), person);
}
