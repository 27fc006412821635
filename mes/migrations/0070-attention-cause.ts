import type { Migration } from "./migration.ts";

/**
 * Codes and values in place of English sentences, so that the pages can say them in each reader's language. The lines
 * there are get theirs from the events they stand for; `cause` is JSON text whose shape goes with `kind`.
 */
export const attentionCause: Migration = {
  number: 70,
  name: "attention-cause",
  sql: `
    ALTER TABLE attention ADD COLUMN cause text;
    UPDATE attention a SET cause = json_build_object('workUnit', m.work_unit, 'toolId', m.tool_id,
        'usedCycles', m.used_cycles, 'lifeLimitCycles', m.life_limit_cycles)
      FROM maintenance_order m WHERE a.kind = 'maintenance' AND m.maintenance_order_id = a.id;
    UPDATE attention a SET cause = w.cause
      FROM (
        SELECT work_unit, payload::json->>'toolId' AS tool_id, json_build_object('workUnit', work_unit,
          'toolId', payload::json->'toolId', 'usedCycles', payload::json->'usedCycles',
          'lifeLimitCycles', payload::json->'lifeLimitCycles') AS cause, at_utc
        FROM journal_event WHERE type = 'tool.warned' AND verdict = 'applied') w
      WHERE a.kind = 'tool-warning' AND a.id = 'tool-warning:' || w.work_unit || ':' || w.tool_id
        AND a.since_utc = w.at_utc;
    UPDATE attention a SET cause = json_build_object('category', e.payload::json->'category', 'jobOrderId', e.job_order)
      FROM journal_event e WHERE a.kind = 'help-call' AND e.event_id = a.id;
    UPDATE attention a SET cause = json_build_object('eventType', e.type, 'jobOrderId', e.job_order, 'code', e.code)
      FROM journal_event e WHERE a.kind = 'rejected-booking' AND e.event_id = a.id;
    UPDATE attention SET kind = 'waiting-bookings', cause = json_build_object('eventType', NULL, 'jobOrderId',
        nullif(substr(id, length('waiting:' || station_id || ':order:') + 1), ''), 'code', 'depends-on-rejected')
      WHERE kind = 'rejected-booking' AND starts_with(id, 'waiting:' || station_id || ':order:');
    UPDATE attention a SET kind = 'waiting-bookings', cause = json_build_object('eventType', t.type, 'jobOrderId', NULL,
        'code', coalesce((SELECT e.code FROM journal_event e WHERE e.station_id = a.station_id AND e.type = t.type
          AND e.verdict = 'parked' ORDER BY e.arrival LIMIT 1), 'unknown-type'))
      FROM (SELECT id, substr(id, length('waiting:' || station_id || ':type:') + 1) AS type FROM attention) t
      WHERE t.id = a.id AND a.kind = 'rejected-booking' AND starts_with(a.id, 'waiting:' || a.station_id || ':type:');
    UPDATE attention a SET kind = 'forked-journal', cause = json_build_object('epoch', q.epoch, 'seq', q.seq)
      FROM (SELECT station_id, epoch, min(seq) AS seq FROM quarantine GROUP BY station_id, epoch) q
      WHERE a.kind = 'rejected-booking' AND a.id = 'fork:' || q.station_id || ':' || q.epoch;
    -- None is expected: a line without its event could not be said in words, and must not keep the MES from starting.
    DELETE FROM attention WHERE cause IS NULL;
    ALTER TABLE attention ALTER COLUMN cause SET NOT NULL;
    ALTER TABLE attention DROP COLUMN title;
    ALTER TABLE attention DROP COLUMN detail;`,
};
