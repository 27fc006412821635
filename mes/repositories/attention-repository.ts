import type { Attention } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";

/** Opens an entry under "Needs someone". Already open: stays as it is; closed before: opens again. */
export async function openAttention(tx: Queries, attention: Attention, atUtc: string): Promise<void> {
  await tx.query(
    `INSERT INTO attention (id, kind, station_id, title, detail, since_utc, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, detail = excluded.detail, since_utc = excluded.since_utc,
       opened_at = excluded.opened_at, closed_at = NULL
     WHERE attention.closed_at IS NOT NULL`,
    [
      attention.id,
      attention.kind,
      attention.stationId,
      attention.title,
      attention.detail,
      attention.sinceUtc,
      atUtc,
    ],
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

/** Open entries, longest waiting first. */
export async function listOpenAttention(db: Queries, limit: number): Promise<readonly Attention[]> {
  return db.query<Attention>(
    `SELECT kind, id, station_id AS "stationId", title, detail, since_utc AS "sinceUtc" FROM attention
     WHERE closed_at IS NULL ORDER BY opened_at, id LIMIT $1`,
    [limit],
  );
}
