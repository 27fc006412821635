import type { Migration } from "./migration.ts";

/**
 * What the floor page shows is found without reading what is long over: orders at work, the last gap of each machine. And
 * each upload of roll-ups looks for gaps to forget.
 */
export const openWork: Migration = {
  number: 240,
  name: "open-work",
  sql: `
    CREATE INDEX station_order_at_work ON station_order (station_id, job_order_id)
      WHERE state IN ('setting-up', 'running', 'paused', 'held');
    CREATE INDEX machine_gap_newest ON machine_gap (station_id, machine_id, (to_us IS NULL), from_us);
    CREATE INDEX machine_gap_ended ON machine_gap (to_us);
    CREATE INDEX piece_serial_by_order ON piece_serial (job_order_id);`,
};
