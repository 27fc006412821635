import { describe, expect, test } from "vitest";
import { GENESIS_HASH } from "../../../shared/protocol/journal-entry.ts";
import { type Head, PROTOCOL_VERSION } from "../../../shared/protocol/messages.ts";
import { planSync, type SyncPlan, type SyncSituation } from "./plan-sync.ts";

const EPOCH = "0b7d6c8e-6a0e-4f6f-9a53-2f2d0a5e9b01";
const MES_ID = "6f1f2a4c-0b57-4a62-8f3b-0d7f5a1c2e01";
const OTHER_MES = "6f1f2a4c-0b57-4a62-8f3b-0d7f5a1c2e02";
const MES_EPOCH = "6f1f2a4c-0b57-4a62-8f3b-0d7f5a1c2e03";

/** The hash of this station's entry at `seq`; the test's chain has one letter per entry. */
const ownHash = (seq: number) => (seq === 0 ? GENESIS_HASH : seq.toString(16).padStart(64, "a"));
const foreignHash = "f".repeat(64);
const head = (seq: number, hash = ownHash(seq)): Head => ({ epoch: EPOCH, seq, hash });

interface Case {
  readonly name: string;
  readonly local: number;
  readonly acknowledged: number;
  readonly mes: Head;
  readonly isCurrent?: boolean;
  readonly knownMes?: string | null;
  readonly mesVersion?: number;
  readonly plan: SyncPlan;
}

const stop = (reason: "unknown-mes" | "fork" | "unsupported-protocol"): SyncPlan => ({
  kind: "stop",
  reason,
});

const cases: readonly Case[] = [
  { name: "I-11 empty on both sides", local: 0, acknowledged: 0, mes: head(0), plan: { kind: "caught-up" } },
  { name: "I-11 all confirmed", local: 9, acknowledged: 9, mes: head(9), plan: { kind: "caught-up" } },
  { name: "I-11 new entries", local: 12, acknowledged: 9, mes: head(9), plan: { kind: "send" } },
  {
    name: "N1 MES has it, the reply was lost: sent again for its verdicts",
    local: 12,
    acknowledged: 9,
    mes: head(12),
    plan: { kind: "send" },
  },
  {
    name: "I-11 MES behind its own word: rewind",
    local: 12,
    acknowledged: 9,
    mes: head(4),
    plan: { kind: "rewind", to: head(4) },
  },
  {
    name: "I-11 MES empty after a restore: rewind to the beginning",
    local: 12,
    acknowledged: 12,
    mes: head(0),
    plan: { kind: "rewind", to: head(0) },
  },
  {
    name: "I-11 MES ahead: the station was rolled back, new epoch",
    local: 12,
    acknowledged: 9,
    mes: head(40, foreignHash),
    plan: { kind: "open-epoch", previous: head(40, foreignHash) },
  },
  {
    name: "I-12 MES ahead of a closed epoch: its unconfirmed tail is still sent",
    local: 12,
    acknowledged: 9,
    mes: head(40, foreignHash),
    isCurrent: false,
    plan: { kind: "send" },
  },
  {
    name: "I-12 MES ahead of a closed and confirmed epoch: nothing to do, no second new epoch",
    local: 12,
    acknowledged: 12,
    mes: head(40, foreignHash),
    isCurrent: false,
    plan: { kind: "caught-up" },
  },
  {
    name: "I-7 other hash at the MES head",
    local: 12,
    acknowledged: 9,
    mes: head(9, foreignHash),
    plan: stop("fork"),
  },
  {
    name: "I-7 other hash below the cursor: fork, not rewind",
    local: 12,
    acknowledged: 9,
    mes: head(4, foreignHash),
    plan: stop("fork"),
  },
  {
    name: "I-7 seq 0 with anything but genesis",
    local: 3,
    acknowledged: 0,
    mes: head(0, foreignHash),
    plan: stop("fork"),
  },
  {
    name: "I-11 another plant's MES",
    local: 9,
    acknowledged: 9,
    mes: head(9),
    knownMes: OTHER_MES,
    plan: stop("unknown-mes"),
  },
  {
    name: "I-11 another plant's empty MES: stop, no push into it",
    local: 9,
    acknowledged: 9,
    mes: head(0),
    knownMes: OTHER_MES,
    plan: stop("unknown-mes"),
  },
  {
    name: "I-11 first contact",
    local: 9,
    acknowledged: 0,
    mes: head(0),
    knownMes: null,
    plan: { kind: "send" },
  },
  {
    name: "I-15 MES older than this station",
    local: 9,
    acknowledged: 0,
    mes: head(0),
    mesVersion: PROTOCOL_VERSION - 1,
    plan: stop("unsupported-protocol"),
  },
  {
    name: "I-15 MES newer than this station",
    local: 9,
    acknowledged: 0,
    mes: head(0),
    mesVersion: PROTOCOL_VERSION + 1,
    plan: { kind: "send" },
  },
];

describe("planSync", () => {
  test.each(cases)("$name", (it) => {
    expect(planSync(situationOf(it))).toEqual(it.plan);
  });
});

function situationOf(it: Case): SyncSituation {
  const knownMes = it.knownMes === undefined ? MES_ID : it.knownMes;
  return {
    local: head(it.local),
    acknowledged: head(it.acknowledged),
    isCurrent: it.isCurrent ?? true,
    ownHashAtMesHead: it.mes.seq <= it.local ? ownHash(it.mes.seq) : undefined,
    identity: knownMes === null ? null : { mesId: knownMes, mesEpoch: MES_EPOCH },
    handshake: {
      protocolVersion: it.mesVersion ?? PROTOCOL_VERSION,
      mesId: MES_ID,
      mesEpoch: MES_EPOCH,
      head: it.mes,
      directiveSeq: 0,
      mesTimeUtc: "2026-11-22T08:00:00.000Z",
    },
  };
}
