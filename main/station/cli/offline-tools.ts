import { randomUUID } from "node:crypto";
import type { DataFolder } from "../config/data-folder.ts";
import { storedMapping } from "../config/mapping-text.ts";
import { readConfig } from "../config/read-config.ts";
import { readMachines } from "../config/read-machines.ts";
import { verifyStore } from "../diagnostics/verify-store.ts";
import { rebuildProjections } from "../life/load-state.ts";
import { storedMesIdentity, storeMesIdentity } from "../life/mes-identity.ts";
import { sha256 } from "../record/digest.ts";
import { openStore } from "../store/open-store.ts";
import type { StationTools } from "./station-tools.ts";

/** Opens the data like a station does, lock included: no station can start meanwhile. */
export function offlineTools(folder: DataFolder): StationTools {
  const open = openStore(folder.root);
  return {
    verify: async () => verifyStore(open, sha256),
    rebuild: async () => void rebuildProjections(open.store),
    async journal() {
      const epoch = open.store.epochs().at(-1);
      return epoch === undefined ? [] : open.store.entriesAfter(epoch.epoch, 0, epoch.seq);
    },
    async mapping() {
      const { connected } = readMachines(folder.mapping, readConfig(folder.config));
      return storedMapping(folder.mapping, connected).text;
    },
    async importMapping() {
      throw new Error("The station is not running. Start it first: an import is booked in its journal.");
    },
    async acceptMes(mesId) {
      const known = storedMesIdentity(open.store)?.mesId ?? null;
      // The life of its database is left open: so the station takes all of its directives anew.
      if (known !== mesId) storeMesIdentity(open.store, { mesId, mesEpoch: randomUUID() });
      return known;
    },
    close: () => open.close(),
  };
}
