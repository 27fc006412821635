import { describe, expect, onTestFinished, test } from "vitest";
import {
  GENESIS_HASH,
  type JournalEntry,
  journalEntrySchema,
} from "../../../shared/protocol/journal-entry.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

function work(folder = temporaryFolder()): ComposedStation {
  const composed = composeAtWork(folder);
  onTestFinished(() => composed.close());
  return composed;
}

function entriesOf({ open }: ComposedStation): readonly JournalEntry[] {
  return open.store.epochs().flatMap(({ epoch }) => open.store.entriesAfter(epoch, 0, 10_000));
}

describe("journal", () => {
  test.each([
    "UPDATE journal SET payload = '{}'",
    "UPDATE journal SET seq = seq + 100",
    "UPDATE OR REPLACE journal SET hash = hash",
    "DELETE FROM journal",
    "DELETE FROM journal WHERE seq = 1",
  ])("I-2 the database itself refuses %s", (sql) => {
    const composed = work();
    const before = entriesOf(composed);
    expect(() => composed.open.database.exec(sql)).toThrow(/append-only/);
    expect(entriesOf(composed)).toEqual(before);
  });

  test("I-2 a row cannot be exchanged by inserting over it", () => {
    const composed = work();
    const before = entriesOf(composed);
    const columns =
      "event_id, 'other', type, version, at_utc, mono_ns, boot_id, mes_offset_ms, clock_state, actor";
    const rest = "auth, work_unit, job_order, payload, prev_hash, hash";
    for (const select of [
      "*",
      `epoch, seq, ${columns}, ${rest}`,
      `epoch, 99, ${columns.replace("'other'", "intent_id")}, ${rest}`,
    ]) {
      const replace = `INSERT OR REPLACE INTO journal SELECT ${select} FROM journal WHERE seq = 2`;
      expect(() => composed.open.database.exec(replace)).toThrow(/append-only/);
    }
    expect(entriesOf(composed)).toEqual(before);
  });

  test("I-5 sequence numbers are 1, 2, 3 … and each entry points at the one before it", () => {
    const composed = work();
    for (let count = 0; count < 20; count += 1) bookGood(composed);
    const entries = entriesOf(composed);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.map(({ prevHash }) => prevHash)).toEqual([
      GENESIS_HASH,
      ...entries.slice(0, -1).map(({ hash }) => hash),
    ]);
  });

  test("I-4 I-15 what the station records is what the MES lets in, to the letter", () => {
    const composed = work();
    bookGood(composed, 24);
    for (const entry of entriesOf(composed)) expect(journalEntrySchema.parse(entry)).toEqual(entry);
  });

  test("I-5 a transaction that fails burns no number and leaves nothing behind, in the file and in memory", async () => {
    const composed = work();
    const before = entriesOf(composed);
    composed.open.database.exec(
      "CREATE TEMP TRIGGER projection_fails BEFORE INSERT ON main.projection BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    expect(() => bookGood(composed)).toThrow();
    expect(entriesOf(composed)).toEqual(before);
    composed.open.database.exec("DROP TRIGGER projection_fails");
    expect(bookGood(composed)).toMatchObject({ ok: true, repeated: false });
    expect(entriesOf(composed).at(-1)?.seq).toBe(before.length + 1);
    expect(await composed.station.services.verify()).toMatchObject({ ok: true });
  });

  test("I-3 the same intent again gives the first result and no second entry", () => {
    const composed = work();
    const intentId = "01938f6e-7a00-7000-8000-0000000000a1";
    const first = bookGood(composed, 5, intentId);
    const before = entriesOf(composed).length;
    for (let tap = 0; tap < 49; tap += 1) {
      expect(bookGood(composed, 5, intentId)).toEqual({ ...first, repeated: true });
    }
    expect(entriesOf(composed)).toHaveLength(before);
  });

  test("I-3 the same intent after a restart gives the first result", () => {
    const folder = temporaryFolder();
    const intentId = "01938f6e-7a00-7000-8000-0000000000a1";
    const before = composeAtWork(folder);
    const first = bookGood(before, 5, intentId);
    before.abandon();
    const after = composeStation(folder);
    onTestFinished(() => after.close());
    expect(bookGood(after, 5, intentId)).toEqual({ ...first, repeated: true });
  });

  test("I-3 intent and event id are unique in the database, not only in the code", () => {
    const composed = work();
    const [entry] = entriesOf(composed);
    if (entry === undefined) throw new Error("no entry");
    const twice = { ...entry, seq: 999, eventId: "01938f6e-7a00-7000-8000-0000000000ff" };
    expect(() => composed.open.store.append([twice], [])).toThrow(/its intent is there already/);
  });

  test("I-5 an epoch exists only with its first entry", () => {
    const composed = work();
    const { epochs } = composed.open.store;
    const before = epochs();
    const [entry] = entriesOf(composed);
    if (entry === undefined) throw new Error("no entry");
    const broken = { ...entry, epoch: "6f1c0a52-93a7-4a0e-8f4e-0d1f5b1f0009" };
    expect(() => composed.open.store.append([broken], [])).toThrow();
    expect(epochs()).toEqual(before);
  });

  test("R11 a cursor that points at nothing of ours is refused", () => {
    const { open } = work();
    const [head] = open.store.epochs();
    if (head === undefined) throw new Error("no epoch");
    const wrong = { ...head, hash: "f".repeat(64) };
    expect(() => open.store.saveAcknowledgement({ ...wrong, verdicts: [] })).toThrow(
      /Cannot save the acknowledgement/,
    );
    expect(() => open.store.rewind({ ...head, seq: head.seq + 1 })).toThrow();
    expect(open.store.acknowledged(head.epoch).seq).toBe(0);
  });
});
