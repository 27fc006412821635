import type { Migration } from "./migration.ts";

/**
 * Genealogy folds all counts of an order, and each lies on a page of the journal of its own, because the stations' events
 * come in turns. From this index they come together, without the journal's pages; the other events of an order by their
 * type. A B-tree takes no row of more than 2,704 bytes, hence the limit; longer counts are among the others.
 */
export const countsOfOrders: Migration = {
  number: 241,
  name: "counts-of-orders",
  sql: `
    CREATE INDEX journal_event_counts ON journal_event (job_order, arrival)
      INCLUDE (event_id, version, payload, at_utc, actor, station_id, work_unit)
      WHERE job_order IS NOT NULL AND verdict = 'applied' AND type = 'parts.counted' AND octet_length(payload) <= 512;
    CREATE INDEX journal_event_by_type ON journal_event (job_order, type)
      WHERE job_order IS NOT NULL AND verdict = 'applied' AND (type <> 'parts.counted' OR octet_length(payload) > 512);
    -- An index alone is enough for pages that were vacuumed; by default a journal of years is not for months.
    ALTER TABLE journal_event SET (autovacuum_vacuum_insert_scale_factor = 0.01);`,
};
