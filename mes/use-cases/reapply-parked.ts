import type { Queries } from "../database/database.ts";
import { waitingOrderId, waitingTypeId } from "../ingest/attention.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { closeAttention } from "../repositories/attention-repository.ts";
import { writeEffects } from "../repositories/effect-repository.ts";
import { readParked, rejudgeEntries, releaseUpgradeHolds } from "../repositories/parked-repository.ts";
import { lockStation } from "../repositories/station-repository.ts";
import { causedBy, type JudgedArrival, judgedEntryOf, judgeEntries } from "./judge-entries.ts";

/**
 * Judges the parked events of a station again, in the order they arrived: after an upgrade of the MES, or when an
 * order it did not know was imported (I-15).
 *
 * @returns how many of them are no longer parked
 */
export async function reapplyParked(
  tx: Queries,
  stationId: string,
  { vocabulary, atUtc }: { readonly vocabulary: Vocabulary; readonly atUtc: string },
): Promise<number> {
  await lockStation(tx, stationId);
  const entries = await readParked(tx, stationId);
  if (entries.length === 0) return 0;
  await releaseUpgradeHolds(tx, stationId);
  const judged = await judgeEntries(tx, stationId, { entries, vocabulary });
  const released = judged.filter(({ judgement }) => judgement.verdict !== "parked");
  await rejudgeEntries(tx, judged.map(judgedEntryOf));
  await writeEffects(tx, stationId, { caused: causedBy(judged), atUtc });
  await closeWaiting(tx, { stationId, judged, atUtc });
  return released.length;
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
