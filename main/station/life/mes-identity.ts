import type { JournalStore } from "../store/journal-store.ts";
import type { MesIdentity } from "../sync/sync-ports.ts";

const MES_IDENTITY = "mes-identity";

/** The MES this station belongs to; null before the first contact. */
export function storedMesIdentity(store: JournalStore): MesIdentity | null {
  const stored = store.setting(MES_IDENTITY);
  return stored === undefined ? null : (JSON.parse(stored) as MesIdentity);
}

export function storeMesIdentity(store: JournalStore, identity: MesIdentity): void {
  store.saveSetting(MES_IDENTITY, JSON.stringify(identity));
}
