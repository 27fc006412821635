import type { Migration } from "./migration.ts";

/** How items are made: what the planner imports, and what job orders are made from. JSON text, written by the import alone. */
export const products: Migration = {
  number: 190,
  name: "products",
  sql: `
    CREATE TABLE routing (item_id text PRIMARY KEY, body text NOT NULL);
    CREATE TABLE bill_of_material (item_id text PRIMARY KEY, body text NOT NULL);`,
};
