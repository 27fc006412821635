import { verifyStore } from "../diagnostics/verify-store.ts";
import { sha256 } from "../record/digest.ts";
import { openStore } from "../store/open-store.ts";

export interface Books {
  readonly differences: readonly unknown[];
  /** Intents of all reports of quantity, in their order. */
  readonly intents: readonly string[];
  readonly epochs: number;
}

/** What a stopped station's journal holds, with the proof that it is in order. */
export function readBooks(stationFolder: string): Books {
  const open = openStore(stationFolder);
  try {
    const epochs = open.store.epochs();
    const entries = epochs.flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 1_000_000));
    return {
      differences: verifyStore(open, sha256).differences,
      intents: entries.filter(({ type }) => type === "quantity.reported").map(({ intentId }) => intentId),
      epochs: epochs.length,
    };
  } finally {
    open.close();
  }
}
