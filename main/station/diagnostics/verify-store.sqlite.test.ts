import { describe, expect, onTestFinished, test } from "vitest";
import { rebuildProjections } from "../life/load-state.ts";
import { sha256 } from "../record/digest.ts";
import {
  bookGood,
  type ComposedStation,
  composeAtWork,
  composeStation,
} from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { verifyStore } from "./verify-store.ts";

/** Bookings of every kind, so that every projection area has rows. */
function work(folder = temporaryFolder()): ComposedStation {
  const composed = composeAtWork(folder);
  onTestFinished(() => composed.close());
  for (let count = 0; count < 4; count += 1) bookGood(composed, 3);
  composed.station.close(); // writes the mark
  return composed;
}

/** Someone with a tool, who switches off what would stop them. */
function tamper({ open }: ComposedStation, sql: string): void {
  open.database.pragma("foreign_keys = OFF");
  for (const name of ["updated", "deleted", "replaced"])
    open.database.exec(`DROP TRIGGER journal_is_never_${name}`);
  open.database.pragma("ignore_check_constraints = ON");
  open.database.exec(sql);
}

const verify = ({ open }: ComposedStation) => verifyStore(open, sha256);

const columns: Record<string, string> = {
  epoch: "'6f1c0a52-93a7-4a0e-8f4e-0d1f5b1f0009'",
  seq: "seq + 1000",
  event_id: "'01938f6e-7a00-7000-8000-0000000000ff'",
  intent_id: "intent_id || 'x'",
  type: "'quantity.reversed'",
  version: "version + 1",
  at_utc: "'2020-01-01T00:00:00.000Z'",
  mono_ns: "mono_ns || '0'",
  boot_id: "'x'",
  mes_offset_ms: "5",
  clock_state: "'unknown'",
  actor: "'P-1002'",
  auth: "'pin'",
  work_unit: "'CNC-3'",
  job_order: "'4711'",
  payload: "replace(payload, '3', '4')",
  prev_hash: `'${"b".repeat(64)}'`,
  hash: `'${"c".repeat(64)}'`,
};

describe("verify", () => {
  test("a station that was left alone is in order", () => {
    expect(verify(work())).toMatchObject({ ok: true, events: 7, seq: 7, differences: [] });
  });

  test("the tampering below covers every column of the journal", () => {
    const found = work().open.database.prepare("SELECT name FROM pragma_table_info('journal')").pluck().all();
    expect(Object.keys(columns)).toEqual(found);
  });

  for (const [place, where] of [
    ["first", "seq = 1"],
    ["middle", "seq = 5"],
    ["last", "seq = 7"],
  ] as const) {
    test.each(Object.entries(columns))(
      `G8 a change of %s in the ${place} entry is found`,
      (column, value) => {
        const composed = work();
        const sql = place === "first" && column === "payload" ? `payload || ' '` : value;
        tamper(composed, `UPDATE journal SET ${column} = ${sql} WHERE ${where}`);
        expect(verify(composed).ok).toBe(false);
      },
    );
    test(`G8 the ${place} entry removed is found`, () => {
      const composed = work();
      tamper(composed, `DELETE FROM journal WHERE ${where}`);
      expect(verify(composed).ok).toBe(false);
    });
  }

  test("G8 the whole journal removed is found", () => {
    const composed = work();
    tamper(composed, "DELETE FROM journal; DELETE FROM epoch; DELETE FROM projection");
    expect(verify(composed).ok).toBe(false);
  });

  test("G8 a chain that was recomputed from the change on is found by the mark", () => {
    const composed = work();
    const { open } = composed;
    tamper(composed, "UPDATE journal SET payload = replace(payload, '3', '4') WHERE seq = 7");
    const [entry] = open.store.entriesAfter(open.store.epochs()[0]?.epoch ?? "", 6, 1);
    if (entry === undefined) throw new Error("no entry");
    const { hash: _hash, ...unsealed } = entry;
    const text = JSON.stringify(
      Object.values({ ...unsealed, prevHash: undefined }).filter((v) => v !== undefined),
    );
    open.database.prepare("UPDATE journal SET hash = ? WHERE seq = 7").run(sha256(entry.prevHash + text));
    expect(verify(composed).differences.map(({ check }) => check)).toEqual(["sidecar"]);
  });

  test.each([
    [
      "changed",
      "UPDATE projection SET body = replace(body, '12', '13') WHERE area = 'jobOrder'",
      "the row differs",
    ],
    ["removed", "DELETE FROM projection WHERE area = 'jobOrder'", "the row is missing"],
    ["added", "INSERT INTO projection VALUES ('stop', 'x', '{}')", "the row comes from no event"],
  ])("I-2 a projection row %s by hand is found, and a rebuild puts it right", (_how, sql, words) => {
    const composed = work();
    composed.open.database.exec(sql);
    const report = verify(composed);
    expect(report.ok).toBe(false);
    expect(report.differences.map(({ check }) => check)).toEqual(["projection"]);
    expect(report.differences[0]?.what).toContain(words);
    rebuildProjections(composed.open.store);
    expect(verify(composed)).toMatchObject({ ok: true });
  });

  test("I-2 rows of an older fold are rebuilt at start and are then what the events add up to", () => {
    const folder = temporaryFolder();
    const before = composeAtWork(folder);
    bookGood(before, 7);
    before.open.database.exec(
      "UPDATE setting SET value = '0' WHERE name = 'projection-version'; DELETE FROM projection",
    );
    before.close();
    const after = composeStation(folder);
    onTestFinished(() => after.close());
    expect(after.station.services.screen().order).toMatchObject({ jobOrderId: "4731", good: 7 });
    expect(verify(after)).toMatchObject({ ok: true });
  });
});
