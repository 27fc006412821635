import type { Migration } from "./migration.ts";

/**
 * What stations told, as they told it: times of a station are text because they are data and never order (I-19), and
 * `payload` is the text that was hashed (I-15). Only verdict and code may change, when a parked event is judged again.
 */
export const journal: Migration = {
  number: 30,
  name: "journal",
  sql: `
    CREATE TABLE station_epoch (
      station_id text NOT NULL REFERENCES station,
      epoch text NOT NULL,
      last_seq bigint NOT NULL,
      last_hash text NOT NULL,
      opened_at timestamptz NOT NULL,
      PRIMARY KEY (station_id, epoch)
    );
    CREATE TABLE journal_event (
      arrival bigint GENERATED ALWAYS AS IDENTITY,
      station_id text NOT NULL,
      epoch text NOT NULL,
      seq bigint NOT NULL,
      event_id text NOT NULL UNIQUE,
      intent_id text NOT NULL,
      type text NOT NULL,
      version bigint NOT NULL,
      at_utc text NOT NULL,
      mono_ns text NOT NULL,
      boot_id text NOT NULL,
      mes_offset_ms bigint,
      clock_state text NOT NULL,
      actor text,
      auth text NOT NULL,
      work_unit text NOT NULL,
      job_order text,
      payload text NOT NULL,
      prev_hash text NOT NULL,
      hash text NOT NULL,
      received_at timestamptz NOT NULL,
      verdict text NOT NULL CHECK (verdict IN ('applied', 'rejected', 'parked')),
      code text,
      PRIMARY KEY (station_id, epoch, seq),
      FOREIGN KEY (station_id, epoch) REFERENCES station_epoch
    );
    CREATE INDEX journal_event_by_order ON journal_event (job_order, arrival) WHERE job_order IS NOT NULL;
    CREATE INDEX journal_event_parked ON journal_event (station_id, arrival) WHERE verdict = 'parked';
    CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'journal_event is append-only';
    END $$;
    CREATE TRIGGER journal_event_keeps BEFORE DELETE ON journal_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();
    CREATE TRIGGER journal_event_stays BEFORE UPDATE OF station_id, epoch, seq, event_id, intent_id, type, version,
      at_utc, mono_ns, boot_id, mes_offset_ms, clock_state, actor, auth, work_unit, job_order, payload, prev_hash, hash,
      received_at ON journal_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();
    CREATE TABLE quarantine (
      station_id text NOT NULL REFERENCES station,
      epoch text NOT NULL,
      seq bigint NOT NULL,
      offered_hash text NOT NULL,
      stored_hash text,
      reason text NOT NULL,
      entry text NOT NULL,
      received_at timestamptz NOT NULL,
      PRIMARY KEY (station_id, epoch, seq, offered_hash)
    );`,
};
