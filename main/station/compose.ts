import type { Clock } from "../../shared/lib/clock.ts";
import type { NewId } from "../../shared/lib/ids.ts";
import type { Head } from "../../shared/protocol/messages.ts";
import type { StationConfig } from "./config/station-config.ts";
import { verifyStore } from "./diagnostics/verify-store.ts";
import { epochChange, openEpoch } from "./life/enter-epoch.ts";
import { loadState } from "./life/load-state.ts";
import { createMarkKeeper } from "./life/mark-keeper.ts";
import { createRecentEvents } from "./life/recent-events.ts";
import type { StationLog } from "./life/station-log.ts";
import { syncView } from "./life/sync-view.ts";
import { verifyPin } from "./people/pin-hash.ts";
import { sha256 } from "./record/digest.ts";
import { createRecorder } from "./record/recorder.ts";
import type { StationServices } from "./rpc/context.ts";
import { screenModelOf } from "./screen/screen-model-of.ts";
import { MASTER_DATA_CONFIRMED } from "./store/journal-store.ts";
import type { OpenStore } from "./store/open-store.ts";
import { StoreError } from "./store/store-error.ts";
import type { SyncStatus } from "./sync/sync-status.ts";
import { createBooker } from "./work/booker.ts";
import { createChanges } from "./work/changes.ts";
import { createCommandDesk } from "./work/command-desk.ts";
import { createGaugeDesk, type GaugeDesk } from "./work/gauge-desk.ts";
import { freshMemory, type StationMemory } from "./work/memory.ts";
import { createScanDesk, type ScanDesk } from "./work/scan-desk.ts";
import { createSignInDesk } from "./work/sign-in-desk.ts";
import { createSignalDesk, type SignalDesk } from "./work/signal-desk.ts";
import { createStorageGuard, type StorageGuard } from "./work/storage-guard.ts";

export interface ComposeOptions {
  readonly config: StationConfig;
  readonly open: OpenStore;
  readonly log: StationLog;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Ids of epochs are random, so that two restored copies never share one. */
  readonly newEpoch: NewId;
  /** Milliseconds that only grow, for windows and ages within this run. */
  readonly nowMs: () => number;
  readonly version: string;
  /** The disk failed under a booking: nothing may be believed any more in this run (D3). */
  readonly distrust: (error: unknown) => void;
}

export interface Station {
  readonly services: StationServices;
  readonly signals: SignalDesk;
  readonly scans: ScanDesk;
  readonly gauge: GaugeDesk;
  readonly memory: StationMemory;
  readonly storage: StorageGuard;
  /** Something that screens show has changed. */
  changed(): void;
  masterDataChanged(): void;
  syncStatus(status: SyncStatus): void;
  /** Tells when there is a new entry to send. */
  onEntry(listener: () => void): void;
  openEpochAfterMes(previous: Head): string;
  /** Writes what may still be outstanding. The store itself is closed by whoever opened it. */
  close(): void;
}

/** The only place where implementations are built and wired to one another. */
export function compose(options: ComposeOptions): Station {
  const { config, open, log, clock, newId, nowMs } = options;
  const { store, sidecar, reserve } = open;
  const memory = freshMemory();
  const changes = createChanges();
  const recent = createRecentEvents(memory, nowMs);
  const mark = createMarkKeeper(sidecar.write, (error) =>
    log.warn({ err: error }, "The mark was not written"),
  );
  let master = store.masterData();
  let sync: SyncStatus | undefined;
  let announceEntry = (): void => undefined;

  const recorder = createRecorder(
    { head: store.epochs().at(-1) ?? { epoch: "", seq: 0, hash: "" }, state: loadState(store) },
    {
      journal: store,
      clock,
      newId,
      sha256,
      workUnit: config.workUnit,
      mesOffsetMs: () => sync?.mesOffsetMs ?? null,
      onRecorded(head, events) {
        mark.moved(head);
        recent.add(head, events);
        announceEntry();
        changes.announce();
      },
    },
  );
  const enter = (change: NonNullable<ReturnType<typeof epochChange>>): string => {
    log.warn({ change }, "A new epoch of the journal begins");
    const epoch = openEpoch(change, { recorder, newEpoch: options.newEpoch, newId });
    // A journal without its mark is taken for a restored one at the next start.
    mark.flush();
    return epoch;
  };
  const change = epochChange(store, sidecar.read());
  if (change !== null) enter(change);
  if (!reserve.hold()) memory.storageFull = true;

  const changed = (): void => changes.announce();
  const masterNow = (): typeof master => master;
  const storage = createStorageGuard({
    memory,
    reserve,
    isFull: (error) => writeFault(error) === "full",
    log,
  });
  const booker = createBooker({ recorder, storage, writeFault, distrust: options.distrust });
  const base = { recorder, booker, memory, master: masterNow, clock, newId, nowMs, changed };
  const commands = createCommandDesk(base);
  const scans = createScanDesk(base);
  const { workUnit } = config;
  const counterRule = {
    rolloverAt: config.machine?.rolloverAt ?? null,
    maxPiecesPerSecond: config.machine?.maxPiecesPerSecond ?? 20,
  };
  const station = { ...config, version: options.version };

  return {
    memory,
    storage,
    scans,
    changed,
    signals: createSignalDesk({ ...base, workUnit, counterRule }),
    gauge: createGaugeDesk(base),
    services: {
      commands,
      scans,
      signIn: createSignInDesk({ ...base, verifyPin }),
      openCheck(characteristicId) {
        memory.openCheck = characteristicId;
      },
      screen: () =>
        screenModelOf({
          state: recorder.state(),
          master,
          memory,
          sync: syncView(store, sync, memory.storageFull),
          at: clock.now(),
          nowMs: nowMs(),
          station,
          dataOfUtc: store.setting(MASTER_DATA_CONFIRMED) ?? null,
          received: (eventId) => recent.isReceived(eventId, store.acknowledged),
        }),
      nextChange: changes.next,
      verify() {
        mark.flush();
        return verifyStore(open, sha256);
      },
      journal: (afterSeq, limit) => store.entriesAfter(recorder.head().epoch, afterSeq, limit),
    },
    masterDataChanged() {
      master = store.masterData();
      changed();
    },
    syncStatus(status) {
      sync = status;
      changed();
    },
    onEntry(listener) {
      announceEntry = listener;
    },
    openEpochAfterMes: (previous) => enter({ cause: "mes-ahead", previous }),
    close: () => mark.flush(),
  };
}

function writeFault(error: unknown): "full" | "suspect" | undefined {
  if (!(error instanceof StoreError)) return undefined;
  if (error.code === "full") return "full";
  return error.code === "suspect" ? "suspect" : undefined;
}
