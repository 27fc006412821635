import type { Queries } from "../database/database.ts";
import { readBodies, writeBodies } from "../repositories/product-repository.ts";
import type { CommandOf } from "./command.ts";
import type { ImportOutcome } from "./import-job-orders.ts";
import { type Written, wrote, wroteNothing } from "./written.ts";

/**
 * Takes routings and bills of material, each item whole. Job orders that were made before stay as they are: what is at
 * work does not change under somebody's hands.
 */
export async function importProducts(
  tx: Queries,
  { routings, boms }: CommandOf<"import-products">,
): Promise<Written<ImportOutcome>> {
  const outcomes = [await write(tx, "routing", routings), await write(tx, "bill_of_material", boms)];
  const sum = (key: keyof ImportOutcome): number => outcomes.reduce((total, one) => total + one[key], 0);
  const value = { created: sum("created"), changed: sum("changed"), unchanged: sum("unchanged") };
  return value.created + value.changed === 0 ? wroteNothing(value) : wrote(value);
}

async function write(
  tx: Queries,
  table: "routing" | "bill_of_material",
  bodies: readonly { readonly itemId: string }[],
): Promise<ImportOutcome> {
  const wanted = bodies.map((body) => ({ itemId: body.itemId, body: JSON.stringify(body) }));
  const stored = await readBodies(
    tx,
    table,
    wanted.map(({ itemId }) => itemId),
  );
  const before = new Map(stored.map(({ itemId, body }) => [itemId, body]));
  const changes = wanted.filter(({ itemId, body }) => before.get(itemId) !== body);
  const created = changes.filter(({ itemId }) => !before.has(itemId)).length;
  if (changes.length > 0) await writeBodies(tx, table, changes);
  return { created, changed: changes.length - created, unchanged: wanted.length - changes.length };
}
