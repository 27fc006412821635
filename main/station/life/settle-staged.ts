import { commissioningEvents } from "../../../shared/domain/machines/commissioning-events.ts";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { DataFolder } from "../config/data-folder.ts";
import { mappingVersion, storedMapping } from "../config/mapping-text.ts";
import type { JournalStore } from "../store/journal-store.ts";
import { stagedMapping } from "./staged-mapping.ts";

const PAGE = 5_000;

interface SettleParts {
  readonly folder: Pick<DataFolder, "mapping" | "secrets">;
  readonly store: Pick<JournalStore, "epochs" | "entriesAfter">;
  /** As they are without what is staged. */
  readonly connected: readonly MachineMapping[];
}

/**
 * A station that died while a mapping was saved finishes at its next start what the journal says was saved, and withdraws
 * what it does not: the person was answered, or will be, by the same journal.
 *
 * @returns "none": nothing was under way
 */
export function settleStaged({ folder, store, connected }: SettleParts): "none" | "taken" | "withdrawn" {
  const staged = stagedMapping(folder);
  const text = staged.text();
  if (text === undefined) {
    staged.drop(); // passwords whose mapping was never put
    return "none";
  }
  const saved = lastSaved(store);
  const isBooked =
    saved?.version === mappingVersion(text) &&
    saved.previous === storedMapping(folder.mapping, connected).version;
  if (isBooked) staged.take();
  else staged.drop();
  return isBooked ? "taken" : "withdrawn";
}

/** Newest event of a saved mapping. The whole journal is read only in the rare start that needs it. */
function lastSaved(
  store: SettleParts["store"],
): { readonly version: string; readonly previous: string } | undefined {
  for (const { epoch } of store.epochs().toReversed()) {
    let found: string | undefined;
    for (let after = 0; ; ) {
      const page = store.entriesAfter(epoch, after, PAGE);
      found = page.findLast(({ type }) => type === "mapping.saved")?.payload ?? found;
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.seq;
    }
    if (found !== undefined) return commissioningEvents["mapping.saved"].parse(JSON.parse(found));
  }
  return undefined;
}
