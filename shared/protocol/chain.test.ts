import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalText, chainHash } from "./chain.ts";
import { GENESIS_HASH, type JournalEntry, journalEntrySchema, type UnsealedEntry } from "./journal-entry.ts";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const first: UnsealedEntry = {
  epoch: "6f1c0a52-93a7-4a0e-8f4e-0d1f5b1f0001",
  seq: 1,
  eventId: "01938f6e-7a00-7000-8000-000000000001",
  intentId: "01938f6e-7a00-7000-8000-0000000000a1",
  type: "epoch.opened",
  version: 1,
  atUtc: "2026-11-23T06:00:00.000Z",
  monoNs: "123456789012345678",
  bootId: "4a1d2c3e-0000-4000-8000-000000000001",
  mesOffsetMs: null,
  clockState: "trusted",
  actor: null,
  auth: "station",
  workUnit: "CNC-2",
  jobOrder: null,
  payload: '{"cause":"first-start","previousEpoch":null,"previousSeq":null}',
  prevHash: GENESIS_HASH,
};

const second: Omit<UnsealedEntry, "prevHash"> = {
  ...first,
  seq: 2,
  eventId: "01938f6e-7a00-7000-8000-000000000002",
  intentId: "01938f6e-7a00-7000-8000-0000000000a2",
  type: "quantity.reported",
  atUtc: "2026-11-23T06:00:01.250Z",
  mesOffsetMs: -250,
  clockState: "unknown",
  actor: "P-1001",
  auth: "badge",
  jobOrder: "4711",
  payload:
    '{"good":24,"scrap":0,"rework":0,"reasonCode":null,"source":"box","note":"Größe Ł 🔩 \\" \\\\ \\u0000"}',
};

/** Computed once, by hand with sha256sum. They never change: a station's chain must verify for ever. */
const FIRST_HASH = "70361f0e3dca96f3315fce3b529739589ce0aa25a98c3c30c28e901d359687f6";
const SECOND_HASH = "495ff5d84517e71560dc021c7cbc15cdd75029780142af45ea18c2a2cdfa67eb";

describe("chain", () => {
  test("I-23 the canonical text is a JSON array of the columns in their order", () => {
    expect(canonicalText(first)).toBe(
      '["6f1c0a52-93a7-4a0e-8f4e-0d1f5b1f0001",1,"01938f6e-7a00-7000-8000-000000000001",' +
        '"01938f6e-7a00-7000-8000-0000000000a1","epoch.opened",1,"2026-11-23T06:00:00.000Z","123456789012345678",' +
        '"4a1d2c3e-0000-4000-8000-000000000001",null,"trusted",null,"station","CNC-2",null,' +
        '"{\\"cause\\":\\"first-start\\",\\"previousEpoch\\":null,\\"previousSeq\\":null}"]',
    );
  });

  test("I-23 test vectors: fixed entries have fixed hashes", () => {
    expect(chainHash(first, sha256)).toBe(FIRST_HASH);
    expect(chainHash({ ...second, prevHash: FIRST_HASH }, sha256)).toBe(SECOND_HASH);
  });

  const changes: Record<Exclude<keyof UnsealedEntry, never>, Partial<UnsealedEntry>> = {
    epoch: { epoch: "6f1c0a52-93a7-4a0e-8f4e-0d1f5b1f0002" },
    seq: { seq: 3 },
    eventId: { eventId: "01938f6e-7a00-7000-8000-000000000003" },
    intentId: { intentId: "x" },
    type: { type: "quantity.reversed" },
    version: { version: 2 },
    atUtc: { atUtc: "2026-11-23T06:00:01.251Z" },
    monoNs: { monoNs: "1" },
    bootId: { bootId: "x" },
    mesOffsetMs: { mesOffsetMs: null },
    clockState: { clockState: "trusted" },
    actor: { actor: null },
    auth: { auth: "pin" },
    workUnit: { workUnit: "CNC-3" },
    jobOrder: { jobOrder: "4712" },
    payload: { payload: `${second.payload} ` },
    prevHash: { prevHash: GENESIS_HASH },
  };
  test.each(Object.entries(changes))("I-23 the hash covers %s", (_column, change) => {
    const entry = { ...second, prevHash: FIRST_HASH };
    expect(chainHash({ ...entry, ...change }, sha256)).not.toBe(SECOND_HASH);
  });

  test("I-23 every column of an entry is in the hash or is the hash", () => {
    const columns = new Set(Object.keys(journalEntrySchema.shape));
    expect(new Set([...Object.keys(changes), "hash"])).toEqual(columns);
  });

  test("I-15 an entry of the test vectors is one that the MES lets in", () => {
    const entry: JournalEntry = { ...second, prevHash: FIRST_HASH, hash: SECOND_HASH };
    expect(journalEntrySchema.parse(entry)).toEqual(entry);
  });
});
