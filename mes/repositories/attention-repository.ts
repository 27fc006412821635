import type { Attention } from "../../shared/protocol/attention.ts";
import type { Queries } from "../database/database.ts";

/**
 * Opens lines under "Needs someone", each id once. Already open: stays as it is; closed before: opens again.
 */
export async function openAttention(tx: Queries, lines: readonly Attention[], atUtc: string): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ kind, id, stationId, sinceUtc, ...cause }) => ({
    kind,
    id,
    stationId,
    sinceUtc,
    cause: JSON.stringify(cause),
  }));
  await tx.query(
    `INSERT INTO attention (id, kind, station_id, cause, since_utc, opened_at)
     SELECT id, kind, "stationId", cause, "sinceUtc", $2::timestamptz
     FROM json_to_recordset($1::text::json)
       AS row (id text, kind text, "stationId" text, cause text, "sinceUtc" text)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, cause = excluded.cause, since_utc = excluded.since_utc,
       opened_at = excluded.opened_at, closed_at = NULL
     WHERE attention.closed_at IS NOT NULL`,
    [JSON.stringify(rows), atUtc],
  );
}

/** @returns how many of them were open */
export async function closeAttention(tx: Queries, ids: readonly string[], atUtc: string): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.query(
    `UPDATE attention SET closed_at = $2
     WHERE id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) AND closed_at IS NULL RETURNING id`,
    [JSON.stringify(ids), atUtc],
  );
  return rows.length;
}

/**
 * A line that follows from figures: there while they say so, with the newest of them. One that a person has closed stays
 * closed until `dropAttention` has taken it away.
 */
export async function keepAttention(
  tx: Queries,
  { kind, id, stationId, sinceUtc, ...cause }: Attention,
  atUtc: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO attention (id, kind, station_id, cause, since_utc, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6::timestamptz)
     ON CONFLICT (id) DO UPDATE SET station_id = excluded.station_id, cause = excluded.cause`,
    [id, kind, stationId, JSON.stringify(cause), sinceUtc, atUtc],
  );
}

export async function dropAttention(tx: Queries, id: string): Promise<void> {
  await tx.query("DELETE FROM attention WHERE id = $1", [id]);
}

interface AttentionRow {
  readonly kind: Attention["kind"];
  readonly id: string;
  readonly stationId: string;
  readonly cause: string;
  readonly sinceUtc: string;
}

/** Open entries, longest waiting first. */
export async function listOpenAttention(db: Queries, limit: number): Promise<readonly Attention[]> {
  const rows = await db.query<AttentionRow>(
    `SELECT kind, id, station_id AS "stationId", cause, since_utc AS "sinceUtc" FROM attention
     WHERE closed_at IS NULL ORDER BY opened_at, id LIMIT $1`,
    [limit],
  );
  // Kind and cause were taken from one Attention by openAttention.
  return rows.map(({ cause, ...line }) => ({ ...line, ...(JSON.parse(cause) as object) }) as Attention);
}
