import {
  type Area,
  type AreaRows,
  areas,
  emptyState,
  type RowChange,
  type StationState,
} from "../../../shared/domain/station-state.ts";
import type { Database } from "./sqlite.ts";

/** The rows of fold(journal). */
export interface ProjectionTable {
  apply(changes: readonly RowChange[]): void;
  load(): StationState;
  clear(): void;
}

interface StoredRow {
  readonly area: string;
  readonly id: string;
  readonly body: string;
}

export function projectionTable(database: Database): ProjectionTable {
  const upsert = database.prepare(
    "INSERT INTO projection VALUES (?, ?, ?) ON CONFLICT (area, id) DO UPDATE SET body = excluded.body",
  );
  const remove = database.prepare("DELETE FROM projection WHERE area = ? AND id = ?");
  const all = database.prepare<[], StoredRow>("SELECT area, id, body FROM projection");
  const clear = database.prepare("DELETE FROM projection");
  return {
    apply(changes) {
      for (const change of lastPerRow(changes)) {
        if (change.row === null) remove.run(change.area, change.id);
        else upsert.run(change.area, change.id, JSON.stringify(change.row));
      }
    },
    load: () => stateFrom(all.all()),
    clear: () => void clear.run(),
  };
}

/** Several events of one transaction often change the same row: only its last content is written. */
function lastPerRow(changes: readonly RowChange[]): Iterable<RowChange> {
  if (changes.length < 2) return changes;
  return new Map(changes.map((change) => [`${change.area} ${change.id}`, change])).values();
}

function stateFrom(rows: readonly StoredRow[]): StationState {
  const state = emptyState();
  const known = new Set<string>(areas);
  for (const { area, id, body } of rows) {
    if (!known.has(area)) throw new Error(`Unknown projection area "${area}": projections must be rebuilt`);
    const target = state[area as Area] as Map<string, AreaRows[Area]>;
    target.set(id, JSON.parse(body) as AreaRows[Area]);
  }
  return state;
}
