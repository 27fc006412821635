import type { Database } from "../database/database.ts";

const ORDERS = 6_000;
/** Those of the journal; the others ended before it was thinned out to what a test can fill in a second. */
const TOLD_ORDERS = 200;
const EVENTS = 40_000;

const ORDER_BODY = `{"jobOrderId":"Y","workUnit":"CNC-Y","item":{"itemId":"I","name":"I"},"operation":{"number":"1","name":"O"},"plannedQuantity":1,"dueUtc":"2020-01-01T00:00:00Z","materials":[],"status":"released","blockedBy":null,"countAuthority":"machine"}`;

/** What a plant leaves behind in years, in the tables that grow with it. The station's own rows must be there. */
export async function fillYearsOfWork(database: Database, stationId: string): Promise<void> {
  await database.script(`
    INSERT INTO job_order (job_order_id, work_unit, status, body, imported_at, production_order_id, ended, due_at, item_id)
    SELECT 'Y' || n, 'CNC-Y', 'released', '${ORDER_BODY}', now(), 'PY' || n / 3, true, now() - n * interval '1 hour', 'I' FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO order_progress (job_order_id) SELECT 'Y' || n FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO station_order (station_id, job_order_id, state, hold)
    SELECT '${stationId}', 'Y' || n, 'finished', 'none' FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO station_progress (station_id, job_order_id)
    SELECT '${stationId}', 'Y' || n FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO route_news SELECT 'Y' || n, '{}', 'then' FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO rework_route SELECT 'WY' || n, 'Y' || n / 10, 'Y' || n, NULL, 1, 0, 0 FROM generate_series(1, ${ORDERS * 10}) n;
    INSERT INTO master_data (kind, id, body) SELECT 'lot', 'LY' || n, '{}' FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO lot_use SELECT 'LY' || n, 'Y' || n FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO made_lot SELECT 'LY' || n, 'Y' || n FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO unit_order SELECT 'UY' || n, 'Y' || n / 10 FROM generate_series(1, ${ORDERS * 2}) n;
    INSERT INTO unit_number SELECT 'SY' || n, 'UY' || n FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO piece_serial SELECT 'EY' || n, 'I', 'SY' || n, 'Y' || n / 10 FROM generate_series(1, ${ORDERS * 2}) n;
    INSERT INTO reversal SELECT 'RY' || n, 'EY' || n FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO measurement (event_id, job_order_id, station_id, characteristic_id, value_units, value_scale, unit, result, at_utc)
    SELECT 'MY' || n, 'Y' || n / 2, '${stationId}', 'C', 1, 0, 'mm', 'inside', 'then' FROM generate_series(1, ${ORDERS * 2}) n;
    INSERT INTO defect (event_id, job_order_id, station_id, defect_code, quantity, disposition, at_utc)
    SELECT 'DY' || n, 'Y' || n / 10, '${stationId}', 'BURR', 1, 'scrap', 'then' FROM generate_series(1, ${ORDERS * 10}) n;
    INSERT INTO attention (id, kind, station_id, cause, since_utc, opened_at, closed_at)
    SELECT 'AY' || n, 'help-call', '${stationId}', '{}', 'then', now(), now() FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO machine (station_id, machine_id, place) VALUES ('${stationId}', 'M', 0);
    INSERT INTO machine_gap (station_id, machine_id, signal_id, from_us, cause, to_us)
    SELECT '${stationId}', 'M', '', n, 'disconnected', n + 1 FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO machine_rollup SELECT '${stationId}', 'M', 'S', 60, n * 60, 1, 0, 0, 0, 0, 0, 0, 60
    FROM generate_series(1, ${ORDERS * 2}) n;
    INSERT INTO directive SELECT '${stationId}', 1000000 + n, now(), 'job-order', 'Y' || n, '{}'
    FROM generate_series(1, ${ORDERS}) n;
    INSERT INTO station_epoch VALUES ('${stationId}', 'years', ${EVENTS}, 'h', now());
    INSERT INTO journal_event (station_id, epoch, seq, event_id, intent_id, type, version, at_utc, mono_ns, boot_id,
      clock_state, auth, work_unit, job_order, payload, prev_hash, hash, received_at, verdict)
    SELECT '${stationId}', 'years', n, 'JY' || n, 'i', CASE WHEN n % 4 = 0 THEN 'stop.began' ELSE 'parts.counted' END, 1,
      'then', '1', 'b', 'trusted', 'machine', 'CNC-Y', 'Y' || n % ${TOLD_ORDERS}, repeat('x', 240), 'p', 'h', now(), 'applied'
    FROM generate_series(1, ${EVENTS}) n`);
  await database.script("VACUUM ANALYZE");
}
