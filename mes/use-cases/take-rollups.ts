import type { RollupUpload } from "../../shared/protocol/signal-messages.ts";
import type { Database, Queries } from "../database/database.ts";
import { nameMachines } from "../repositories/machine-repository.ts";
import {
  deleteOldSignals,
  lockSignalFeed,
  type SignalFeed,
  upsertGaps,
  upsertRollups,
  upsertSignals,
  writeSignalFeed,
} from "../repositories/signal-repository.ts";
import { signalsKeptFrom } from "./signal-retention.ts";

/** With each upload a few old rows go, so that no sweep ever holds a table up. */
const MOST_DELETED = 2_000;

export interface TakenRollups {
  readonly taken: boolean;
  /** What is held now. */
  readonly feed: SignalFeed;
}

/**
 * Takes one upload of roll-ups in one transaction, or nothing of it. Not through the command writer: what a station still
 * holds need not be in the ingress file, and a database built again from that file asks the stations for it, because the
 * cursor is gone with the rows.
 */
export async function takeRollups(
  database: Database,
  stationId: string,
  { upload, nowUtc }: { readonly upload: RollupUpload; readonly nowUtc: string },
): Promise<TakenRollups> {
  return database.transaction(async (tx) => {
    const held = await lockSignalFeed(tx, stationId);
    if (upload.afterRevision !== held.revision) return { taken: false, feed: held };
    const feed = { storeId: upload.storeId, upTo: upload.upTo, revision: held.revision + 1 };
    await store(tx, stationId, upload);
    await writeSignalFeed(tx, stationId, feed);
    const { minutes, hours } = signalsKeptFrom(nowUtc);
    await deleteOldSignals(tx, { minutesBefore: minutes, hoursBefore: hours, most: MOST_DELETED });
    return { taken: true, feed };
  });
}

async function store(
  tx: Queries,
  stationId: string,
  { machines, series, gaps }: RollupUpload,
): Promise<void> {
  await nameMachines(tx, stationId, machines);
  await upsertSignals(tx, stationId, series);
  await upsertRollups(tx, stationId, series);
  await upsertGaps(tx, stationId, gaps);
}
