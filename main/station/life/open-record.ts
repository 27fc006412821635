import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { Clock, Instant } from "../../../shared/lib/clock.ts";
import type { NewId } from "../../../shared/lib/ids.ts";
import { type StationConfig, workUnitsOf } from "../config/station-config.ts";
import { sha256 } from "../record/digest.ts";
import { createRecorder, type Recorder } from "../record/recorder.ts";
import type { OpenStore } from "../store/open-store.ts";
import { offsetNowMs } from "../sync/mes-offset.ts";
import type { SyncStatus } from "../sync/sync-status.ts";
import { type Changes, createChanges } from "../work/changes.ts";
import { freshMemory, type StationMemory } from "../work/memory.ts";
import { createStorageGuard, type StorageGuard } from "../work/storage-guard.ts";
import { type EpochChange, epochChange, openEpoch } from "./enter-epoch.ts";
import { loadState } from "./load-state.ts";
import { createMarkKeeper, type MarkKeeper } from "./mark-keeper.ts";
import { createRecentEvents, type RecentEvents } from "./recent-events.ts";
import type { StationLog } from "./station-log.ts";
import { writeFault } from "./write-fault.ts";

export interface RecordOptions {
  readonly config: StationConfig;
  readonly open: OpenStore;
  readonly log: StationLog;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Ids of epochs are random, so that two restored copies never share one. */
  readonly newEpoch: NewId;
  /** Milliseconds that only grow, for windows and ages within this run. */
  readonly nowMs: () => number;
}

/** What comes from outside while the station runs. */
export interface LiveParts {
  master: MasterData;
  sync: SyncStatus | undefined;
  announceEntry: () => void;
}

/** The journal, opened for writing, with everything that must hear of a new entry. */
export interface StationRecord {
  readonly memory: StationMemory;
  readonly changes: Changes;
  readonly recent: RecentEvents;
  readonly mark: MarkKeeper;
  readonly recorder: Recorder;
  readonly storage: StorageGuard;
  readonly live: LiveParts;
  /** Continues under a new epoch. @returns its id */
  enter(change: EpochChange): string;
}

/** Loads the state, opens an epoch if the last one must not be continued, and holds the reserve. */
export function openRecord(options: RecordOptions): StationRecord {
  const { open, log, nowMs } = options;
  const { store, sidecar, reserve } = open;
  const memory = freshMemory();
  const changes = createChanges();
  const recent = createRecentEvents(memory, nowMs);
  const mark = createMarkKeeper(sidecar.write, (error) =>
    log.warn({ err: error }, "The mark was not written"),
  );
  const live: LiveParts = { master: store.masterData(), sync: undefined, announceEntry: () => undefined };
  const recorder = recorderOf(options, { live, mark, recent, changes });
  const enter = (change: EpochChange): string => {
    log.warn({ change }, "A new epoch of the journal begins");
    const epoch = openEpoch(change, { recorder, newEpoch: options.newEpoch, newId: options.newId });
    // A journal without its mark is taken for a restored one at the next start.
    mark.flush();
    return epoch;
  };
  const change = epochChange(store, sidecar.read());
  if (change !== null) enter(change);
  if (!reserve.hold()) memory.storageFull = true;
  const isFull = (error: unknown): boolean => writeFault(error) === "full";
  const storage = createStorageGuard({ memory, reserve, isFull, log });
  return { memory, changes, recent, mark, recorder, storage, live, enter };
}

/** At this moment, whatever was done to the clock since it was measured. */
export function mesOffsetAt(sync: SyncStatus | undefined, now: Instant): number | null {
  return offsetNowMs(sync?.mesOffset ?? null, now);
}

type Listeners = Pick<StationRecord, "live" | "mark" | "recent" | "changes">;

function recorderOf(options: RecordOptions, { live, mark, recent, changes }: Listeners): Recorder {
  const { store } = options.open;
  const start = { head: store.epochs().at(-1) ?? { epoch: "", seq: 0, hash: "" }, state: loadState(store) };
  return createRecorder(start, {
    journal: store,
    clock: options.clock,
    newId: options.newId,
    sha256,
    workUnit: workUnitsOf(options.config)[0],
    mesOffsetMs: (at) => mesOffsetAt(live.sync, at),
    onRecorded(head, events) {
      mark.moved(head);
      recent.add(head, events);
      live.announceEntry();
      changes.announce();
    },
  });
}
