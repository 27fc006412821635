import type { Head } from "../../../shared/protocol/messages.ts";
import { DIRECTIVE_CURSOR, type JournalStore, MASTER_DATA_CONFIRMED } from "../store/journal-store.ts";
import type { DirectiveMirror, Outbox } from "../sync/sync-ports.ts";
import type { StorageGuard } from "../work/storage-guard.ts";
import { storedMesIdentity, storeMesIdentity } from "./mes-identity.ts";

/**
 * The journal as sync's outbox: "to send" is what lies behind the acknowledged entry. Sync goes on while the disk is full
 * (D1), so its writes may use the reserve.
 */
export function outboxOf(
  store: JournalStore,
  storage: StorageGuard,
  openEpoch: (previous: Head) => string,
): Outbox {
  return {
    epochs: store.epochs,
    acknowledged: store.acknowledged,
    hashAt: store.hashAt,
    entriesAfter: store.entriesAfter,
    saveAcknowledgement: (ack) => storage.inReserve(() => store.saveAcknowledgement(ack)),
    rewind: (head) => storage.inReserve(() => store.rewind(head)),
    mesIdentity: () => storedMesIdentity(store),
    saveMesIdentity: (identity) => storage.inReserve(() => storeMesIdentity(store, identity)),
    openEpoch: (_cause, previous) => storage.inReserve(() => openEpoch(previous)),
  };
}

/** The mirror of the MES's master data; `changed` reloads what the screens show. */
export function mirrorOf(store: JournalStore, storage: StorageGuard, changed: () => void): DirectiveMirror {
  return {
    cursor: () => Number(store.setting(DIRECTIVE_CURSOR) ?? "0"),
    apply(directives, confirmedUtc) {
      storage.inReserve(() => store.applyDirectives(directives, confirmedUtc));
      changed();
    },
    confirm: (atUtc) => storage.inReserve(() => store.saveSetting(MASTER_DATA_CONFIRMED, atUtc)),
  };
}
