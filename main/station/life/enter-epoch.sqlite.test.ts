import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const database = "journal.db";
const mark = "journal.head";

/** A station with some bookings that ended in order. */
function workedFolder(): string {
  const folder = temporaryFolder();
  const composed = composeAtWork(folder);
  for (let count = 0; count < 5; count += 1) bookGood(composed);
  composed.close();
  return folder;
}

function startAgain(folder: string): ComposedStation {
  const composed = composeStation(folder);
  onTestFinished(() => composed.close());
  return composed;
}

const epochsOf = ({ open }: ComposedStation): readonly string[] =>
  open.store.epochs().map(({ epoch }) => epoch);
const firstOfLast = ({ open }: ComposedStation): JournalEntry | undefined => {
  const last = open.store.epochs().at(-1);
  return last && open.store.entriesAfter(last.epoch, 0, 1)[0];
};

async function expectNewEpoch(composed: ComposedStation, previousSeq: number | null): Promise<void> {
  const entry = firstOfLast(composed);
  expect(entry).toMatchObject({ seq: 1, type: "epoch.opened" });
  expect(JSON.parse(entry?.payload ?? "{}")).toMatchObject({ cause: "rolled-back", previousSeq });
  expect(bookGood(composed)).toMatchObject({ ok: true });
  expect(await composed.station.services.verify()).toMatchObject({ ok: true, differences: [] });
}

describe("epochs", () => {
  test("I-6 the first start opens one epoch, further ones continue it", () => {
    const folder = workedFolder();
    const composed = startAgain(folder);
    expect(epochsOf(composed)).toHaveLength(1);
    expect(JSON.parse(firstOfLast(composed)?.payload ?? "{}")).toMatchObject({ cause: "first-start" });
  });

  test("I-6 B6 an older copy put back opens a new epoch and reuses no sequence number", async () => {
    const folder = workedFolder();
    const copy = join(folder, "copy.db");
    copyFileSync(join(folder, database), copy);
    const later = composeStation(folder);
    for (let count = 0; count < 3; count += 1) bookGood(later);
    const told = later.open.store.epochs()[0];
    later.close();
    for (const file of [`${database}-wal`, `${database}-shm`]) rmSync(join(folder, file), { force: true });
    copyFileSync(copy, join(folder, database));

    const restored = startAgain(folder);
    expect(epochsOf(restored)).toHaveLength(2);
    const kept = restored.open.store.epochs()[0];
    expect(kept?.seq).toBeLessThan(told?.seq ?? 0);
    await expectNewEpoch(restored, told?.seq ?? null);
    expect(restored.open.store.epochs()[0]).toEqual(kept);
  });

  test("I-6 B2 a deleted database beside its mark is a rollback to nothing, not a first start", () => {
    const folder = workedFolder();
    const before = JSON.parse(readFileSync(join(folder, mark), "utf8")) as { epoch: string; seq: number };
    rmSync(join(folder, database));
    const composed = startAgain(folder);
    expect(epochsOf(composed)).not.toContain(before.epoch);
    const entry = firstOfLast(composed);
    expect(JSON.parse(entry?.payload ?? "{}")).toEqual({
      cause: "rolled-back",
      previousEpoch: before.epoch,
      previousSeq: before.seq,
    });
  });

  test("I-6 a mark behind the journal is the normal case after a kill: the epoch goes on", () => {
    const folder = workedFolder();
    const behind = readFileSync(join(folder, mark), "utf8");
    const later = composeStation(folder);
    bookGood(later);
    later.close();
    writeFileSync(join(folder, mark), behind);
    expect(epochsOf(startAgain(folder))).toHaveLength(1);
  });

  test("I-6 a mark ahead of the journal opens a new epoch", async () => {
    const folder = workedFolder();
    const head = JSON.parse(readFileSync(join(folder, mark), "utf8")) as { seq: number };
    writeFileSync(join(folder, mark), JSON.stringify({ ...head, seq: head.seq + 1 }));
    await expectNewEpoch(startAgain(folder), head.seq + 1);
  });

  test("I-6 another entry where the mark stands (an exchanged database) opens a new epoch", async () => {
    const folder = workedFolder();
    const head = JSON.parse(readFileSync(join(folder, mark), "utf8")) as { seq: number };
    writeFileSync(join(folder, mark), JSON.stringify({ ...head, hash: "a".repeat(64) }));
    await expectNewEpoch(startAgain(folder), head.seq);
  });

  test("I-6 B5 a journal without a mark (a file copied by hand) opens a new epoch", async () => {
    const folder = workedFolder();
    const head = JSON.parse(readFileSync(join(folder, mark), "utf8")) as { seq: number };
    rmSync(join(folder, mark));
    await expectNewEpoch(startAgain(folder), head.seq);
    expect(existsSync(join(folder, mark))).toBe(true);
  });

  test.each(["", "{", "null", '{"epoch":"x"}', "\u0000\u0000\u0000", "[]"])(
    "D7 a damaged mark (%j) refuses the start, names the file and changes nothing",
    (damage) => {
      const folder = workedFolder();
      const before = readFileSync(join(folder, database));
      writeFileSync(join(folder, mark), damage);
      expect(() => composeStation(folder)).toThrow(/journal\.head is damaged.*store\/unusable/s);
      expect(readFileSync(join(folder, mark), "utf8")).toBe(damage);
      expect(readFileSync(join(folder, database)).equals(before)).toBe(true);
    },
  );

  test("I-12 an epoch that cannot be opened leaves the old one going on", () => {
    const composed = composeAtWork(temporaryFolder());
    onTestFinished(() => composed.close());
    const before = composed.open.store.epochs();
    composed.open.database.exec(
      "CREATE TEMP TRIGGER epoch_fails BEFORE INSERT ON main.epoch BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    const [head] = before;
    if (head === undefined) throw new Error("no epoch");
    expect(() => composed.station.openEpochAfterMes(head)).toThrow();
    composed.open.database.exec("DROP TRIGGER epoch_fails");
    expect(bookGood(composed)).toMatchObject({ ok: true });
    const after = composed.open.store.epochs();
    expect(after.map(({ epoch, seq }) => ({ epoch, seq }))).toEqual([
      { epoch: head.epoch, seq: head.seq + 1 },
    ]);
  });
});
