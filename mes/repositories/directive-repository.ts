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

export interface StationDirective extends DirectiveDraft {
  readonly stationId: string;
}

/** Appends to the logs of several stations at once. Their rows must be locked. */
export async function appendToStations(
  tx: Queries,
  directives: readonly StationDirective[],
  atUtc: string,
): Promise<void> {
  if (directives.length === 0) return;
  await tx.query(
    `WITH drafts AS (
       SELECT draft->>'stationId' AS station_id, draft->>'kind' AS kind, draft->>'id' AS id, draft->>'body' AS body,
         row_number() OVER (PARTITION BY draft->>'stationId' ORDER BY ordinality) AS place
       FROM json_array_elements($1::text::json) WITH ORDINALITY AS each (draft, ordinality)
     ), appended AS (
       INSERT INTO directive (station_id, seq, at, kind, id, body)
       SELECT station_id, directive_seq + place, $2, kind, drafts.id, body FROM drafts JOIN station USING (station_id)
     )
     UPDATE station SET directive_seq = directive_seq + last.place
     FROM (SELECT station_id, max(place) AS place FROM drafts GROUP BY station_id) AS last
     WHERE station.station_id = last.station_id`,
    [JSON.stringify(directives), atUtc],
  );
}

/** Takes out of the logs what these directives are the newer word of; only for kinds whose newest line says it all. */
export async function dropSuperseded(tx: Queries, by: readonly StationDirective[]): Promise<void> {
  if (by.length === 0) return;
  await tx.query(
    `DELETE FROM directive USING json_to_recordset($1::text::json) AS newer ("stationId" text, id text)
     WHERE directive.kind = 'made-elsewhere' AND directive.station_id = newer."stationId" AND directive.id = newer.id`,
    [JSON.stringify(by)],
  );
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
