import { verifyStore } from "../diagnostics/verify-store.ts";
import { rebuildProjections } from "../life/load-state.ts";
import { sha256 } from "../record/digest.ts";
import { openStore } from "../store/open-store.ts";
import type { StationTools } from "./station-tools.ts";

/** Opens the data like a station does, lock included: no station can start meanwhile. */
export function offlineTools(dataDir: string): StationTools {
  const open = openStore(dataDir);
  return {
    verify: async () => verifyStore(open, sha256),
    rebuild: async () => void rebuildProjections(open.store),
    async journal() {
      const epoch = open.store.epochs().at(-1);
      return epoch === undefined ? [] : open.store.entriesAfter(epoch.epoch, 0, epoch.seq);
    },
    close: () => open.close(),
  };
}
