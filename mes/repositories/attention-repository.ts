import type { Attention } from "../../shared/protocol/attention.ts";
import type { Queries } from "../database/database.ts";

/** Opens an entry under "Needs someone". Already open: stays as it is; closed before: opens again. */
export async function openAttention(tx: Queries, attention: Attention, atUtc: string): Promise<void> {
  const { kind, id, stationId, sinceUtc, ...cause } = attention;
  await tx.query(
    `INSERT INTO attention (id, kind, station_id, cause, since_utc, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, cause = excluded.cause, since_utc = excluded.since_utc,
       opened_at = excluded.opened_at, closed_at = NULL
     WHERE attention.closed_at IS NOT NULL`,
    [id, kind, stationId, JSON.stringify(cause), sinceUtc, atUtc],
  );
}

/** @returns whether it was open */
export async function closeAttention(tx: Queries, id: string, atUtc: string): Promise<boolean> {
  const rows = await tx.query(
    "UPDATE attention SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL RETURNING id",
    [id, atUtc],
  );
  return rows.length > 0;
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
