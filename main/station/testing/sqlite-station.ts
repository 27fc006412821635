import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { epochChange, openEpoch } from "../life/enter-epoch.ts";
import { loadState } from "../life/load-state.ts";
import { outboxOf } from "../life/sync-ports-of.ts";
import { sha256 } from "../record/digest.ts";
import { createRecorder, type Recorder } from "../record/recorder.ts";
import type { JournalStore } from "../store/journal-store.ts";
import { type OpenStore, openStore } from "../store/open-store.ts";
import type { StorageGuard } from "../work/storage-guard.ts";
import { processClock } from "./process-clock.ts";
import type { TestStation } from "./test-station.ts";

/** A station's journal as the product keeps it: SQLite, recorder, projections, epochs. */
export interface SqliteStation extends TestStation {
  readonly store: JournalStore;
  /** What the MES said of an entry, as it is kept; undefined: nothing that a person must see. */
  verdictAt(epoch: string, seq: number): unknown;
  restart(): SqliteStation;
}

const plentyOfRoom: StorageGuard = {
  hasRoom: () => true,
  foundFull: () => undefined,
  inReserve: (write) => write(),
};

/** Opens one in a folder of its own, which `close` removes. */
export function sqliteStation(stationId: string): SqliteStation {
  return open(stationId, mkdtempSync(join(tmpdir(), "takt-station-")));
}

function open(stationId: string, folder: string): SqliteStation {
  const opened = openStore(folder);
  const { store } = opened;
  const recorder = recorderOf(opened, stationId);
  const enter = (change: NonNullable<ReturnType<typeof epochChange>>) =>
    openEpoch(change, { recorder, newEpoch: randomUUID, newId: randomUUID });
  const change = epochChange(store, opened.sidecar.read());
  if (change !== null) enter(change);
  opened.sidecar.write(recorder.head());
  return {
    store,
    outbox: outboxOf(store, plentyOfRoom, (previous) => enter({ cause: "mes-ahead", previous })),
    book(good) {
      const payload = { good, scrap: 0, rework: 0, reasonCode: null, source: "pad" } as const;
      const actor = { personId: "P-1001", auth: "badge" } as const;
      recorder.record([{ type: "quantity.reported", jobOrder: stationId, payload }], {
        intentId: randomUUID(),
        actor,
      });
    },
    verdictAt: (epoch, seq) =>
      opened.database
        .prepare("SELECT verdict, code FROM verdict WHERE epoch = ? AND seq = ?")
        .get(epoch, seq),
    restart() {
      opened.close();
      return open(stationId, folder);
    },
    close() {
      opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function recorderOf({ store }: OpenStore, stationId: string): Recorder {
  return createRecorder(
    { head: store.epochs().at(-1) ?? { epoch: "", seq: 0, hash: "" }, state: loadState(store) },
    {
      journal: store,
      clock: processClock,
      newId: randomUUID,
      sha256,
      workUnit: stationId,
      mesOffsetMs: () => null,
      onRecorded: () => undefined,
    },
  );
}
