import type { MasterData } from "../../../shared/domain/master-data.ts";
import {
  type Directive,
  type MasterDataKind,
  masterDataKinds,
  masterDataSchemas,
} from "../../../shared/protocol/directive.ts";
import type { Database } from "./sqlite.ts";

/** Master data as the MES sent it. Only directives write here; what the station recorded lies elsewhere (I-22). */
export interface MirrorTable {
  apply(directive: Directive): void;
  load(): MasterData;
}

interface MirrorRow {
  readonly kind: string;
  readonly id: string;
  readonly body: string;
}

export function mirrorTable(database: Database): MirrorTable {
  const upsert = database.prepare(
    `INSERT INTO mirror VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, directive_seq = excluded.directive_seq`,
  );
  const remove = database.prepare("DELETE FROM mirror WHERE kind = ? AND id = ?");
  const all = database.prepare<[], MirrorRow>("SELECT kind, id, body FROM mirror ORDER BY kind, id");
  return {
    apply({ kind, id, body, seq }) {
      if (body === null) remove.run(kind, id);
      else upsert.run(kind, id, JSON.stringify(body), seq);
    },
    load: () => masterDataFrom(all.all()),
  };
}

/**
 * Rows as this version understands them. A kind or a body that only a later version knows stays in the table for it; it is
 * checked here because it was stored when nobody could check it.
 */
function masterDataFrom(rows: readonly MirrorRow[]): MasterData {
  const maps = Object.fromEntries(
    masterDataKinds.map((kind) => [kind, new Map<string, unknown>()]),
  ) as Record<MasterDataKind, Map<string, unknown>>;
  for (const { kind, id, body } of rows) {
    if (!isKnownKind(kind)) continue;
    const parsed = masterDataSchemas[kind].safeParse(JSON.parse(body));
    if (parsed.success) maps[kind].set(id, parsed.data);
  }
  return maps as unknown as MasterData;
}

function isKnownKind(kind: string): kind is MasterDataKind {
  return Object.hasOwn(masterDataSchemas, kind);
}
