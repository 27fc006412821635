import type { Clock } from "../../../shared/lib/clock.ts";
import type { Station } from "../compose.ts";
import type { StationSecrets } from "../config/read-secrets.ts";
import type { StationConfig } from "../config/station-config.ts";
import type { JournalStore } from "../store/journal-store.ts";
import { StoreError } from "../store/store-error.ts";
import type { RunningSync } from "../sync/start-sync.ts";
import type { StationMachineRoom } from "./machine-room.ts";
import type { StationLog } from "./station-log.ts";
import { mirrorOf, outboxOf } from "./sync-ports-of.ts";

export interface SyncParts {
  readonly config: StationConfig;
  readonly secrets: StationSecrets;
  readonly station: Station;
  readonly store: JournalStore;
  readonly machineRoom: Pick<StationMachineRoom, "machines" | "rollupsSent">;
  /** Holds the store of signals, if there is one. */
  readonly signalFolder: string;
  readonly clock: Clock;
  readonly log: StationLog;
}

/** @returns undefined when no MES is configured: the station then works alone and keeps everything */
export async function startSyncOf(parts: SyncParts): Promise<RunningSync | undefined> {
  const { config, station, store, clock, log } = parts;
  const token = parts.secrets.mesToken;
  if (config.mes === null || token === null) return undefined;
  const { startSync } = await import("../sync/start-sync.ts"); // after the station is ready for people
  const { createRollups } = await import("../rollups/rollups-aside.ts");
  const sync = startSync(
    {
      mesUrl: config.mes.url,
      stationId: config.stationId,
      token,
      caFile: config.mes.caFile,
      clock,
      log: log.child({ part: "sync" }),
      onStatus: station.syncStatus,
      isStorageRefusal: (error) => error instanceof StoreError && error.code === "full",
    },
    {
      outbox: outboxOf(store, station.storage, station.openEpochAfterMes),
      mirror: mirrorOf(store, station.storage, station.masterDataChanged),
      rollups: createRollups({
        dataDir: parts.signalFolder,
        machines: () => parts.machineRoom.machines(),
        confirmed: (upTo) => parts.machineRoom.rollupsSent(upTo),
      }),
    },
  );
  station.onEntry(sync.wake);
  return sync;
}
