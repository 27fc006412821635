import type { Migration } from "./migration.ts";

/**
 * Orders that ended grow with the years, those that are open do not: which is which, when it is due and what a search finds
 * of it stand beside each order, so that a list of the open ones never reads the others. Kept by markEnded and upsertJobOrders.
 */
export const endedOrders: Migration = {
  number: 210,
  name: "ended-orders",
  sql: `
    ALTER TABLE job_order ADD COLUMN ended boolean NOT NULL DEFAULT false;
    ALTER TABLE job_order ADD COLUMN due_at timestamptz NOT NULL DEFAULT '-infinity';
    ALTER TABLE job_order ADD COLUMN search_text text NOT NULL DEFAULT '';
    UPDATE job_order o SET
      due_at = coalesce((body::json->>'dueUtc')::timestamptz, '-infinity'),
      search_text = lower(concat_ws(' ', job_order_id, production_order_id, body::json#>>'{item,itemId}',
        body::json#>>'{item,name}', body::json#>>'{operation,number}', body::json#>>'{operation,name}', work_unit)),
      ended = status <> 'released'
        OR EXISTS (SELECT 1 FROM station_order WHERE job_order_id = o.job_order_id AND state = 'finished')
        OR (EXISTS (SELECT 1 FROM station_order WHERE job_order_id = o.job_order_id AND state = 'aborted')
          AND NOT EXISTS (SELECT 1 FROM station_order WHERE job_order_id = o.job_order_id
            AND state IN ('setting-up', 'running', 'paused', 'held')));
    CREATE INDEX job_order_open ON job_order (job_order_id) WHERE NOT ended;
    CREATE INDEX job_order_ended ON job_order (due_at DESC, job_order_id) WHERE ended;`,
};
