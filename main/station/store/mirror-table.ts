import type { z } from "zod";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import {
  type Directive,
  type MasterDataKind,
  masterDataSchemas as schemas,
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
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  const rowsOf = (kind: MasterDataKind): readonly MirrorRow[] => byKind.get(kind) ?? [];
  return {
    "job-order": understood(rowsOf("job-order"), schemas["job-order"]),
    "made-elsewhere": understood(rowsOf("made-elsewhere"), schemas["made-elsewhere"]),
    reason: understood(rowsOf("reason"), schemas.reason),
    "defect-code": understood(rowsOf("defect-code"), schemas["defect-code"]),
    characteristic: understood(rowsOf("characteristic"), schemas.characteristic),
    person: understood(rowsOf("person"), schemas.person),
    lot: understood(rowsOf("lot"), schemas.lot),
    tool: understood(rowsOf("tool"), schemas.tool),
    "shift-calendar": understood(rowsOf("shift-calendar"), schemas["shift-calendar"]),
    "sscc-range": understood(rowsOf("sscc-range"), schemas["sscc-range"]),
    message: understood(rowsOf("message"), schemas.message),
  };
}

function understood<Body>(rows: readonly MirrorRow[], schema: z.ZodType<Body>): ReadonlyMap<string, Body> {
  const bodies = new Map<string, Body>();
  for (const { id, body } of rows) {
    const parsed = schema.safeParse(JSON.parse(body));
    if (parsed.success) bodies.set(id, parsed.data);
  }
  return bodies;
}
