import type { Head } from "../../../shared/protocol/messages.ts";
import { DIRECTIVE_CURSOR, type JournalStore, MASTER_DATA_CONFIRMED } from "../store/journal-store.ts";
import type { DirectiveMirror, MesIdentity, Outbox } from "../sync/sync-ports.ts";

const MES_IDENTITY = "mes-identity";

/** The journal as sync's outbox: "to send" is what lies behind the acknowledged entry. */
export function outboxOf(store: JournalStore, openEpoch: (previous: Head) => string): Outbox {
  return {
    epochs: store.epochs,
    acknowledged: store.acknowledged,
    hashAt: store.hashAt,
    entriesAfter: store.entriesAfter,
    saveAcknowledgement: store.saveAcknowledgement,
    rewind: store.rewind,
    mesIdentity() {
      const stored = store.setting(MES_IDENTITY);
      return stored === undefined ? null : (JSON.parse(stored) as MesIdentity);
    },
    saveMesIdentity: (identity) => store.saveSetting(MES_IDENTITY, JSON.stringify(identity)),
    openEpoch: (_cause, previous) => openEpoch(previous),
  };
}

/** The mirror of the MES's master data; `changed` reloads what the screens show. */
export function mirrorOf(store: JournalStore, changed: () => void): DirectiveMirror {
  return {
    cursor: () => Number(store.setting(DIRECTIVE_CURSOR) ?? "0"),
    apply(directives, confirmedUtc) {
      store.applyDirectives(directives, confirmedUtc);
      changed();
    },
    confirm: (atUtc) => store.saveSetting(MASTER_DATA_CONFIRMED, atUtc),
  };
}
