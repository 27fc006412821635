import type { Migration } from "./migration.ts";

const MOVES = `('order.started', 'order.set-up-begun', 'order.run-begun', 'order.paused', 'order.resumed', 'order.held',
  'order.finished', 'order.aborted')`;
const shifted = (column: string): string =>
  `to_char((${column}::timestamptz + c.shift) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const CORRECTIONS = `(SELECT station_id, payload::json ->> 'of' AS corrected,
    sum((payload::json ->> 'shiftMs')::bigint) * interval '1 millisecond' AS shift
  FROM journal_event WHERE type = 'time.corrected' AND verdict = 'applied' GROUP BY 1, 2) AS c`;

/**
 * The times of an order at a station are those that count, so each knows the event it came from: a correction names that
 * (CR-10). Corrections that were kept without effect until now are made up for.
 */
export const correctedTimes: Migration = {
  number: 250,
  name: "corrected-times",
  sql: `
    ALTER TABLE station_order ADD COLUMN started_by text, ADD COLUMN moved_by text;
    UPDATE station_order o SET
      started_by = (SELECT e.event_id FROM journal_event e
        WHERE e.job_order = o.job_order_id AND e.station_id = o.station_id AND e.type = 'order.started'
          AND e.verdict = 'applied' AND e.at_utc = o.started_utc ORDER BY e.arrival LIMIT 1),
      moved_by = (SELECT e.event_id FROM journal_event e
        WHERE e.job_order = o.job_order_id AND e.station_id = o.station_id AND e.type IN ${MOVES}
          AND e.verdict = 'applied' AND e.at_utc = o.since_utc ORDER BY e.arrival DESC LIMIT 1);
    UPDATE station_order o SET started_utc = ${shifted("o.started_utc")}
      FROM ${CORRECTIONS} WHERE c.station_id = o.station_id AND c.corrected = o.started_by;
    UPDATE station_order o SET since_utc = ${shifted("o.since_utc")},
        finished_utc = ${shifted("o.finished_utc")}
      FROM ${CORRECTIONS} WHERE c.station_id = o.station_id AND c.corrected = o.moved_by;`,
};
