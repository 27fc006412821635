import type { Queries } from "../database/database.ts";
import { waitingOrderId, waitingTypeId } from "../ingest/attention.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { closeAttention } from "../repositories/attention-repository.ts";
import { writeEffects } from "../repositories/effect-repository.ts";
import { readParked, rejudgeEntries, releaseUpgradeHolds } from "../repositories/parked-repository.ts";
import { lockStation } from "../repositories/station-repository.ts";
import { causedBy, type JudgedArrival, judgedEntryOf, judgeEntries, ordersOf } from "./judge-entries.ts";

export interface Reapplied {
  /** So many are no longer parked. */
  readonly released: number;
  /** Orders that they belong to. */
  readonly jobOrderIds: readonly string[];
}

/**
 * Judges the parked events of a station again, in the order they arrived: after an upgrade of the MES, or when an
 * order it did not know was imported (I-15).
 *
 * @returns what became of them; the routes of their orders are the caller's to settle
 */
export async function reapplyParked(
  tx: Queries,
  stationId: string,
  { vocabulary, atUtc }: { readonly vocabulary: Vocabulary; readonly atUtc: string },
): Promise<Reapplied> {
  await lockStation(tx, stationId);
  const entries = await readParked(tx, stationId);
  if (entries.length === 0) return { released: 0, jobOrderIds: [] };
  await releaseUpgradeHolds(tx, stationId);
  const judged = await judgeEntries(tx, stationId, { entries, vocabulary });
  const released = judged.filter(({ judgement }) => judgement.verdict !== "parked");
  await rejudgeEntries(tx, judged.map(judgedEntryOf));
  await writeEffects(tx, stationId, { caused: causedBy(judged), atUtc });
  await closeWaiting(tx, { stationId, judged, atUtc });
  return { released: released.length, jobOrderIds: ordersOf(released.map(({ arrival }) => arrival.entry)) };
}

/** Closes "bookings wait" lines whose every event found its verdict. */
async function closeWaiting(
  tx: Queries,
  { stationId, judged, atUtc }: { stationId: string; judged: readonly JudgedArrival[]; atUtc: string },
): Promise<void> {
  const keysOf = (one: JudgedArrival) => [
    waitingTypeId(stationId, one.arrival.entry.type),
    waitingOrderId(stationId, one.arrival.entry.jobOrder),
  ];
  const still = new Set(judged.filter(({ judgement }) => judgement.verdict === "parked").flatMap(keysOf));
  const done = new Set(judged.flatMap(keysOf).filter((id) => !still.has(id)));
  await closeAttention(tx, [...done], atUtc);
}
