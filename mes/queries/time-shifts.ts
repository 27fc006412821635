import type { Fact } from "../../shared/domain/event.ts";

/** By how many milliseconds the times of events were corrected in all, by event id; positive: later (CR-10). */
export function timeShifts(facts: Iterable<Fact>): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  for (const fact of facts) {
    if (fact.type !== "time.corrected") continue;
    const { of, shiftMs } = fact.payload;
    shifts.set(of, (shifts.get(of) ?? 0) + shiftMs);
  }
  return shifts;
}
