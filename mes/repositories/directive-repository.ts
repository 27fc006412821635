import type { Directive, MasterDataKind } from "../../shared/protocol/directive.ts";
import type { Queries } from "../database/database.ts";

/** What a station is to mirror under (kind, id); a null body removes it. */
export interface DirectiveDraft {
  readonly kind: MasterDataKind;
  readonly id: string;
  /** JSON text, sent on as it is. */
  readonly body: string | null;
}

/** Appends to the directive log of a station. The row of the station must be locked: it holds the dense counter. */
export async function appendDirectives(
  tx: Queries,
  stationId: string,
  { drafts, atUtc }: { readonly drafts: readonly DirectiveDraft[]; readonly atUtc: string },
): Promise<void> {
  if (drafts.length === 0) return;
  await tx.query(
    `INSERT INTO directive (station_id, seq, at, kind, id, body)
     SELECT station_id, directive_seq + ordinality, $3, draft->>'kind', draft->>'id', draft->>'body'
     FROM station, json_array_elements($2::text::json) WITH ORDINALITY AS drafts (draft, ordinality)
     WHERE station_id = $1`,
    [stationId, JSON.stringify(drafts), atUtc],
  );
  await tx.query("UPDATE station SET directive_seq = directive_seq + $2 WHERE station_id = $1", [
    stationId,
    drafts.length,
  ]);
}

interface DirectiveRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly id: string;
  readonly body: string | null;
}

/** Directives after `after`, oldest first. */
export async function readDirectives(
  db: Queries,
  stationId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Directive[]> {
  const rows = await db.query<DirectiveRow>(
    "SELECT seq, at, kind, id, body FROM directive WHERE station_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
    [stationId, after, limit],
  );
  return rows.map(({ seq, at, kind, id, body }) => ({
    seq,
    atUtc: at,
    kind,
    id,
    body: body === null ? null : (JSON.parse(body) as Record<string, unknown>),
  }));
}
