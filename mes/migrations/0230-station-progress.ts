import type { Migration } from "./migration.ts";

/** What each station booked on an order, beside the sum of all: so that each can be told what the others did (SE-15). */
export const stationProgress: Migration = {
  number: 230,
  name: "station-progress",
  sql: `
    CREATE TABLE station_progress (
      station_id text NOT NULL REFERENCES station,
      job_order_id text NOT NULL,
      counted bigint NOT NULL DEFAULT 0,
      reported_good bigint NOT NULL DEFAULT 0,
      scrap bigint NOT NULL DEFAULT 0,
      rework bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (station_id, job_order_id)
    );
    CREATE INDEX station_progress_by_order ON station_progress (job_order_id);
    -- Folded from the journal; the oldest entries counted without naming scrap.
    INSERT INTO station_progress (station_id, job_order_id, counted, reported_good, scrap, rework)
    SELECT station_id, job_order,
      coalesce(sum((body->>'delta')::bigint) FILTER (WHERE type = 'parts.counted'), 0),
      coalesce(sum((body->>'good')::bigint) FILTER (WHERE type IN ('quantity.reported', 'quantity.reversed')), 0),
      coalesce(sum((body->>'scrap')::bigint) FILTER (WHERE type IN ('parts.counted', 'quantity.reported', 'quantity.reversed')), 0)
        + coalesce(sum((body->>'quantity')::bigint) FILTER (WHERE type = 'defect.logged' AND body->>'disposition' = 'scrap'), 0),
      coalesce(sum((body->>'rework')::bigint) FILTER (WHERE type IN ('quantity.reported', 'quantity.reversed')), 0)
        + coalesce(sum((body->>'quantity')::bigint) FILTER (WHERE type = 'defect.logged' AND body->>'disposition' = 'rework'), 0)
    FROM (
      SELECT station_id, job_order, type, payload::json AS body FROM journal_event
      WHERE job_order IS NOT NULL AND verdict = 'applied' AND type IN
        ('order.started', 'parts.counted', 'quantity.reported', 'quantity.reversed', 'defect.logged')
    ) AS booked
    GROUP BY station_id, job_order;
    -- Of these a log keeps the newest alone: each is a whole sum.
    CREATE INDEX directive_made_elsewhere ON directive (station_id, id) WHERE kind = 'made-elsewhere';`,
};
