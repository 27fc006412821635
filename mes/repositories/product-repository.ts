import type { Queries } from "../database/database.ts";
import type { BillOfMaterial, Products, Routing } from "../import/product.ts";

type ProductTable = "routing" | "bill_of_material";

interface StoredProduct {
  readonly itemId: string;
  readonly body: string;
}

/** What is known of these items. */
export async function readProducts(db: Queries, itemIds: readonly string[]): Promise<Products> {
  const routings = await readBodies(db, "routing", itemIds);
  const boms = await readBodies(db, "bill_of_material", itemIds);
  // Both were written by writeProducts, from what the import had checked.
  return {
    routings: new Map(routings.map(({ itemId, body }) => [itemId, JSON.parse(body) as Routing])),
    boms: new Map(boms.map(({ itemId, body }) => [itemId, JSON.parse(body) as BillOfMaterial])),
  };
}

export async function readBodies(
  db: Queries,
  table: ProductTable,
  itemIds: readonly string[],
): Promise<readonly StoredProduct[]> {
  return db.query<StoredProduct>(
    `SELECT item_id AS "itemId", body FROM ${table}
     WHERE item_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY item_id`,
    [JSON.stringify(itemIds)],
  );
}

export async function writeBodies(
  tx: Queries,
  table: ProductTable,
  products: readonly StoredProduct[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ${table} (item_id, body)
     SELECT "itemId", body FROM json_to_recordset($1::text::json) AS row ("itemId" text, body text)
     ON CONFLICT (item_id) DO UPDATE SET body = excluded.body`,
    [JSON.stringify(products)],
  );
}
