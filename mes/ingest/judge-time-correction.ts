import type { EventPayload } from "../../shared/domain/event.ts";
import { isMovement } from "../../shared/domain/orders/job-order-movement.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { IngestState, StationOrder } from "./ingest-state.ts";
import { stationOrderOf } from "./judge-movement.ts";
import { applied, type Judgement, parked, rejected } from "./judgement.ts";

/**
 * From here on the order began, stands or ended at the corrected time; the entry itself stays as it was told (CR-10). What
 * was refused moved nothing, so its time cannot be corrected either.
 */
export function judgeTimeCorrection(
  state: IngestState,
  entry: JournalEntry,
  payload: EventPayload<"time.corrected">,
): Judgement {
  const { jobOrder } = entry;
  if (jobOrder === null) return rejected("invalid-payload");
  const target = state.targets.get(payload.of);
  if (target === undefined || !isMovement(target.type) || target.jobOrderId !== jobOrder)
    return rejected("unknown-reversal");
  if (target.verdict === "parked") return parked("depends-on-rejected");
  if (target.verdict === "rejected") return rejected("unknown-reversal");
  return applied({ kind: "station-order", row: correctedRow(stationOrderOf(state, jobOrder), payload) });
}

function correctedRow(row: StationOrder, { of, shiftMs }: EventPayload<"time.corrected">): StationOrder {
  const start = row.startedBy === of ? { startedUtc: shifted(row.startedUtc, shiftMs) } : {};
  const newest =
    row.movedBy === of
      ? { sinceUtc: shifted(row.sinceUtc, shiftMs), finishedUtc: shifted(row.finishedUtc, shiftMs) }
      : {};
  return { ...row, ...start, ...newest };
}

function shifted(utc: string | null, shiftMs: number): string | null {
  return utc === null ? null : new Date(Date.parse(utc) + shiftMs).toISOString();
}
