import { describe, expect, test } from "vitest";
import { GENESIS_HASH } from "../../shared/protocol/journal-entry.ts";
import type { Head } from "../../shared/protocol/messages.ts";
import { createStationJournal, reseal, uploadOf } from "../testing/station-journal.ts";
import { type Holdings, planIngest } from "./plan-ingest.ts";

const journal = createStationJournal();
for (let count = 1; count <= 8; count += 1) journal.record("parts.counted", { count });

/** What a MES holds that has taken the first `count` entries of the journal. */
function holding(count: number, claims: Holdings["claims"] = new Map()): Holdings {
  const stored = journal.entries.slice(0, count);
  const head: Head = { epoch: journal.epoch, seq: count, hash: stored.at(-1)?.hash ?? GENESIS_HASH };
  return { head, hashes: new Map(stored.map(({ seq, hash }) => [seq, hash])), claims };
}

describe("where a batch meets what is held", () => {
  const cases = [
    { held: 0, from: 1, to: 3, known: [], fresh: [1, 2, 3] },
    { held: 3, from: 4, to: 8, known: [], fresh: [4, 5, 6, 7, 8] },
    { held: 3, from: 1, to: 3, known: [1, 2, 3], fresh: [] },
    { held: 5, from: 4, to: 6, known: [4, 5], fresh: [6] },
    { held: 8, from: 1, to: 8, known: [1, 2, 3, 4, 5, 6, 7, 8], fresh: [] },
    { held: 8, from: 2, to: 2, known: [2], fresh: [] },
  ] as const;

  test.each(cases)("I-7 held $held, sent $from to $to", ({ held, from, to, known, fresh }) => {
    const plan = planIngest(holding(held), journal.upload(from, to));
    if (plan.kind !== "accept") throw new Error(`expected to be accepted, was ${plan.kind}`);
    expect(plan.known).toEqual(known);
    expect(plan.fresh.map(({ seq }) => seq)).toEqual(fresh);
  });

  test.each([
    [0, 2],
    [3, 5],
    [3, 8],
  ])("I-5 held %i, sent from %i: a gap", (held, from) => {
    expect(planIngest(holding(held), journal.upload(from))).toEqual({ kind: "gap" });
  });

  test("I-7 the same key with another content is a fork, and names what is stored", () => {
    const second = journal.entries[1];
    if (second === undefined) throw new Error("entries expected");
    const changed = reseal({ ...second, payload: '{"count":99}' });
    const plan = planIngest(holding(4), uploadOf(journal.epoch, [changed]));
    expect(plan).toMatchObject({ kind: "fork", reason: "content-differs", storedHash: second.hash });
  });

  test("I-7 a next entry that follows another history is a fork", () => {
    const fifth = journal.entries[4];
    if (fifth === undefined) throw new Error("entries expected");
    const strange = reseal({ ...fifth, prevHash: "c".repeat(64) });
    const plan = planIngest(holding(4), uploadOf(journal.epoch, [strange]));
    expect(plan).toMatchObject({ kind: "fork", reason: "history-differs" });
  });

  test("I-4 an event id that is stored under another key is a fork", () => {
    const fifth = journal.entries[4];
    if (fifth === undefined) throw new Error("entries expected");
    const claims = new Map([[fifth.eventId, "WS-99/other/1"]]);
    const plan = planIngest(holding(4, claims), journal.upload(5, 6));
    expect(plan).toMatchObject({ kind: "fork", reason: "event-id-reused" });
  });
});
