import type { Migration } from "./migration.ts";

/** A terminal may stand for several work units: those beside its first one, as a JSON array of names. */
export const workUnits: Migration = {
  number: 170,
  name: "work-units",
  sql: "ALTER TABLE station ADD COLUMN other_work_units text NOT NULL DEFAULT '[]';",
};
