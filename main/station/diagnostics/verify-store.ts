import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Sha256 } from "../../../shared/lib/ids.ts";
import { checkProjections } from "../record/check-projections.ts";
import { allEntries, foldJournal } from "../record/fold-journal.ts";
import { checkChain, checkIntegrity, checkSidecar } from "../store/check-journal.ts";
import type { JournalStore } from "../store/journal-store.ts";
import type { Snapshot } from "../store/open-snapshot.ts";

export interface VerifyReport {
  readonly ok: boolean;
  readonly events: number;
  readonly epoch: string;
  readonly seq: number;
  readonly differences: readonly { readonly check: string; readonly where: string; readonly what: string }[];
}

/**
 * Everything that can be proven about the data: SQLite's own check, the hash chain of every epoch, the mark outside of the
 * database, and projections equal to fold(journal).
 */
export function verifyStore(
  open: Pick<Snapshot, "store" | "database" | "sidecar">,
  sha256: Sha256,
): VerifyReport {
  const { store, database, sidecar } = open;
  const head = store.epochs().at(-1);
  const mark = sidecar.read();
  const isUntouched = head === undefined && mark === null;
  const differences = [
    ...checkIntegrity(database, "full"),
    ...checkChain(allEntries(store), sha256),
    ...(isUntouched ? [] : checkSidecar(mark, store.hashAt)),
  ];
  const projections = readProjections(store);
  // A journal whose content was changed cannot be folded with trust; the chain says so already.
  const folded = differences.length === 0 ? checkProjections(projections, foldJournal(store)) : [];
  const all = [...differences, ...folded];
  const events = store.epochs().reduce((sum, epoch) => sum + epoch.seq, 0);
  return { ok: all.length === 0, events, epoch: head?.epoch ?? "", seq: head?.seq ?? 0, differences: all };
}

function readProjections(store: JournalStore): StationState {
  const stored = store.projections();
  if (stored === undefined) throw new Error("The projections are of another version: run rebuild first");
  return stored;
}
