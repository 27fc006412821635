import type { Fact } from "../../shared/domain/event.ts";
import type { BookingContent } from "../../shared/protocol/booking-content.ts";

/** A stored event of an order with what this MES can read of it. */
export interface LedgerEntry {
  readonly eventId: string;
  readonly type: string;
  readonly atUtc: string;
  readonly verdict: "applied" | "rejected" | "parked";
  readonly fact: Fact | undefined;
}

/**
 * What each correction of a time says in the ledger, by its event id: the time as recorded, which stays, and the one that
 * counted from then on (CR-10). One whose event is not among the entries says nothing.
 */
export function correctedTimeLines(
  oldestFirst: readonly LedgerEntry[],
): ReadonlyMap<string, Extract<BookingContent, { kind: "time-corrected" }>> {
  const recorded = new Map(oldestFirst.map((entry) => [entry.eventId, entry]));
  const shifts = new Map<string, number>();
  const lines = new Map<string, Extract<BookingContent, { kind: "time-corrected" }>>();
  for (const { eventId, fact, verdict } of oldestFirst) {
    if (fact?.type !== "time.corrected" || verdict !== "applied") continue;
    const { of, shiftMs } = fact.payload;
    const original = recorded.get(of);
    if (original === undefined) continue;
    const shift = (shifts.get(of) ?? 0) + shiftMs;
    shifts.set(of, shift);
    const correctedUtc = new Date(Date.parse(original.atUtc) + shift).toISOString();
    lines.set(eventId, {
      kind: "time-corrected",
      of: original.type,
      recordedUtc: original.atUtc,
      correctedUtc,
    });
  }
  return lines;
}
