import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import {
  directiveKinds,
  type OutboxView,
  type RefusedDirectiveRow,
} from "../../../shared/screen/outbox-view.ts";
import { refusedRows } from "../screen/refused-rows.ts";
import type { JournalStore } from "../store/journal-store.ts";
import type { SyncStatus } from "../sync/sync-status.ts";

/** How many refused entries the station looks at; older ones stand at the MES. */
const REFUSED_SHOWN = 100;

type Directive = SyncStatus["refusedDirectives"][number];

export interface OutboxNow {
  readonly state: StationState;
  readonly master: MasterData;
  readonly status: SyncStatus | undefined;
}

/** What became of all that was recorded here, and what came down and could not be used. */
export function outboxView(store: JournalStore, { state, master, status }: OutboxNow): OutboxView {
  const seen = state.seenRejection;
  const entries = store.refusedEntries(REFUSED_SHOWN);
  const heads = store.epochs();
  return {
    received: heads.reduce((sum, { epoch }) => sum + store.acknowledged(epoch).seq, 0),
    held: store.parkedCount(),
    refused: entries.filter(({ eventId }) => !seen.has(eventId)).length,
    refusals: refusedRows(entries, { master, seen }),
    refusedDirectives: (status?.refusedDirectives ?? []).toReversed().map(directiveRow),
  };
}

/** Whether an event is among those that `outboxView` shows as refused. */
export function isRefused(store: JournalStore, eventId: string): boolean {
  return store.refusedEntries(REFUSED_SHOWN).some((entry) => entry.eventId === eventId);
}

function directiveRow({ seq, kind, id, reason }: Directive): RefusedDirectiveRow {
  return { seq, kind: directiveKinds.find((known) => known === kind) ?? "other", id, fault: reason };
}
