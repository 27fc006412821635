import type { StationState } from "../../../shared/domain/station-state.ts";
import { foldJournal, rowsOf } from "../record/fold-journal.ts";
import type { JournalStore } from "../store/journal-store.ts";

/** The projections, rebuilt from the journal when another version of the fold wrote them. */
export function loadState(store: JournalStore): StationState {
  const stored = store.projections();
  if (stored !== undefined) return stored;
  return rebuildProjections(store);
}

export function rebuildProjections(store: JournalStore): StationState {
  const folded = foldJournal(store);
  store.replaceProjections(rowsOf(folded));
  return folded;
}
