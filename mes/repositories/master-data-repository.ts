import type { MasterDataKind } from "../../shared/protocol/directive.ts";
import type { Queries } from "../database/database.ts";

export interface StoredMasterData {
  readonly kind: MasterDataKind;
  readonly id: string;
  /** JSON text as it was imported. */
  readonly body: string;
}

export async function readMasterData(
  tx: Queries,
  kind: MasterDataKind,
): Promise<ReadonlyMap<string, StoredMasterData>> {
  const rows = await tx.query<StoredMasterData>(
    "SELECT kind, id, body FROM master_data WHERE kind = $1 ORDER BY id",
    [kind],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listMasterData(tx: Queries): Promise<readonly StoredMasterData[]> {
  return tx.query<StoredMasterData>("SELECT kind, id, body FROM master_data ORDER BY kind, id");
}

/** All of some kinds: lots and products, which grow with the years, are not read for names of reasons. */
export async function listMasterDataOf(
  db: Queries,
  kinds: readonly MasterDataKind[],
): Promise<readonly StoredMasterData[]> {
  return db.query<StoredMasterData>(
    "SELECT kind, id, body FROM master_data WHERE kind = ANY(string_to_array($1, ' ')) ORDER BY kind, id",
    [kinds.join(" ")],
  );
}

/** The quantity of a lot counts from when it was told of first; a hold or another place leaves that as it is. */
export async function upsertMasterData(
  tx: Queries,
  items: readonly StoredMasterData[],
  atUtc: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO master_data (kind, id, body, item_id, quantity_told_at)
     SELECT kind, id, body, CASE WHEN kind = 'lot' THEN body::json#>>'{item,itemId}' END,
       CASE WHEN kind = 'lot' THEN $2::timestamptz END
     FROM json_to_recordset($1::text::json) AS row (kind text, id text, body text)
     ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, item_id = excluded.item_id,
       quantity_told_at = CASE
         WHEN master_data.body::json->>'quantity' IS NOT DISTINCT FROM excluded.body::json->>'quantity'
         THEN master_data.quantity_told_at ELSE excluded.quantity_told_at END`,
    [JSON.stringify(items), atUtc],
  );
}

export async function removeMasterData(
  tx: Queries,
  kind: MasterDataKind,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `DELETE FROM master_data WHERE kind = $1 AND id = ANY(ARRAY(SELECT json_array_elements_text($2::text::json)))`,
    [kind, JSON.stringify(ids)],
  );
}
