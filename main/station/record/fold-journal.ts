import type { RecordedEvent } from "../../../shared/domain/event.ts";
import { evolve } from "../../../shared/domain/evolve.ts";
import {
  applyChanges,
  areas,
  emptyState,
  type RowChange,
  type StationState,
} from "../../../shared/domain/station-state.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Head } from "../../../shared/protocol/messages.ts";
import { recordedEvent } from "./recorded-event.ts";

export interface JournalReader {
  epochs(): readonly Head[];
  entriesAfter(epoch: string, seq: number, limit: number): readonly JournalEntry[];
}

const PAGE = 1000;

/** Every entry of every epoch, oldest first, read in pages. */
export function* allEntries(journal: JournalReader): Generator<JournalEntry> {
  for (const { epoch } of journal.epochs()) {
    let seq = 0;
    for (;;) {
      const page = journal.entriesAfter(epoch, seq, PAGE);
      yield* page;
      const last = page.at(-1);
      if (last === undefined) break;
      seq = last.seq;
    }
  }
}

/** fold(journal): what the projections must be equal to. */
export function foldJournal(journal: JournalReader): StationState {
  let state = emptyState();
  for (const entry of allEntries(journal)) {
    const event = recordedEvent(entry);
    if (event !== undefined) state = step(state, event);
  }
  return state;
}

function step(state: StationState, event: RecordedEvent): StationState {
  return applyChanges(state, evolve(state, event));
}

/** A whole state as row changes, to write it anew. */
export function rowsOf(state: StationState): readonly RowChange[] {
  return areas.flatMap((area) => [...state[area]].map(([id, row]) => ({ area, id, row }) as RowChange));
}
