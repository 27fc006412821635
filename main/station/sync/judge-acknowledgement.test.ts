import { describe, expect, test } from "vitest";
import type { Acknowledgement, Verdict } from "../../../shared/protocol/messages.ts";
import { type AckFault, judgeAcknowledgement, type SentBatch } from "./judge-acknowledgement.ts";

const LOCAL_END = 20;
const hashAt = (seq: number) => (seq <= LOCAL_END ? seq.toString(16).padStart(64, "0") : undefined);
const EPOCH = "0b7d6c8e-6a0e-4f6f-9a53-2f2d0a5e9b01";
const head = (seq: number) => ({ epoch: EPOCH, seq, hash: hashAt(seq) ?? "" });
const sent: SentBatch = {
  identity: { mesId: "mes-1", mesEpoch: "life-1" },
  stationId: "WS-14",
  after: head(10),
  lastSeq: 13,
};
const applied = (...seqs: number[]): Verdict[] => seqs.map((seq) => ({ seq, verdict: "applied" }));
const duplicate = (...seqs: number[]): Verdict[] =>
  seqs.map((seq) => ({ seq, verdict: "duplicate", of: "applied", code: null }));
const good: Acknowledgement = {
  mesId: "mes-1",
  mesEpoch: "life-1",
  stationId: "WS-14",
  epoch: EPOCH,
  ackSeq: 13,
  ackHash: head(13).hash,
  verdicts: applied(11, 12, 13),
  mesTimeUtc: "2026-11-22T08:00:00.000Z",
};
const naming = (seq: number): Partial<Acknowledgement> => ({ ackSeq: seq, ackHash: head(seq).hash });

const usable: readonly (readonly [string, Partial<Acknowledgement>, number])[] = [
  ["this batch", {}, 13],
  ["a part of the batch, for that part", { ...naming(12), verdicts: applied(11, 12) }, 12],
  [
    "more than the batch that we have too, for the batch only",
    { ...naming(20), verdicts: duplicate(11, 12, 13) },
    13,
  ],
  [
    "more than we have, if every entry is a duplicate",
    { ackSeq: 40, ackHash: "f".repeat(64), verdicts: duplicate(11, 12, 13) },
    13,
  ],
];

const faults: readonly (readonly [string, Partial<Acknowledgement>, AckFault])[] = [
  ["another MES", { mesId: "mes-2" }, "other-mes"],
  ["another life of the MES database", { mesEpoch: "life-2" }, "other-mes"],
  ["another station", { stationId: "WS-15" }, "other-station"],
  ["another epoch", { epoch: "0b7d6c8e-6a0e-4f6f-9a53-2f2d0a5e9b02" }, "other-epoch"],
  ["more than we have, with entries it claims are new", { ackSeq: 40, ackHash: "f".repeat(64) }, "not-sent"],
  ["more than we have, without verdicts", { ackSeq: 40, ackHash: "f".repeat(64), verdicts: [] }, "not-sent"],
  ["an entry before the batch", naming(9), "not-sent"],
  ["another hash", { ackHash: "f".repeat(64) }, "hash-differs"],
  ["another hash behind the batch", { ackSeq: 14, ackHash: "f".repeat(64) }, "hash-differs"],
  ["the hash of another entry", { ackHash: head(12).hash }, "hash-differs"],
  ["nothing new", { ...naming(10), verdicts: [] }, "no-progress"],
  ["an entry without verdict", { verdicts: applied(11, 13) }, "verdicts-incomplete"],
  ["one verdict twice", { verdicts: applied(11, 13, 13) }, "verdicts-incomplete"],
  ["a verdict of something else", { verdicts: applied(11, 12, 14) }, "verdicts-incomplete"],
];

describe("judgeAcknowledgement", () => {
  test.each(usable)("I-9 takes an acknowledgement of %s", (_name, change, seq) => {
    expect(judgeAcknowledgement({ ...good, ...change }, sent, hashAt)).toEqual({
      ok: true,
      value: head(seq),
    });
  });

  test.each(faults)("I-9 refuses %s", (_name, change, refusal) => {
    expect(judgeAcknowledgement({ ...good, ...change }, sent, hashAt)).toEqual({ ok: false, refusal });
  });
});
