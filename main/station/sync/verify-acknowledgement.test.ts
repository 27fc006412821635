import { describe, expect, test } from "vitest";
import type { Acknowledgement, Verdict } from "../../../shared/protocol/messages.ts";
import { type AckFault, findAckFault, type SentBatch } from "./verify-acknowledgement.ts";

const hashAt = (seq: number) => (seq <= 20 ? seq.toString(16).padStart(64, "0") : undefined);
const EPOCH = "0b7d6c8e-6a0e-4f6f-9a53-2f2d0a5e9b01";
const sent: SentBatch = {
  identity: { mesId: "mes-1", mesEpoch: "life-1" },
  stationId: "WS-14",
  after: { epoch: EPOCH, seq: 10, hash: hashAt(10) ?? "" },
  lastSeq: 13,
};
const applied = (...seqs: number[]): Verdict[] => seqs.map((seq) => ({ seq, verdict: "applied" }));
const good: Acknowledgement = {
  mesId: "mes-1",
  mesEpoch: "life-1",
  stationId: "WS-14",
  epoch: EPOCH,
  ackSeq: 13,
  ackHash: hashAt(13) ?? "",
  verdicts: applied(11, 12, 13),
  mesTimeUtc: "2026-11-22T08:00:00.000Z",
};

const faults: readonly (readonly [string, Partial<Acknowledgement>, AckFault])[] = [
  ["another MES", { mesId: "mes-2" }, "other-mes"],
  ["another life of the MES database", { mesEpoch: "life-2" }, "other-mes"],
  ["another station", { stationId: "WS-15" }, "other-station"],
  ["another epoch", { epoch: "0b7d6c8e-6a0e-4f6f-9a53-2f2d0a5e9b02" }, "other-epoch"],
  ["an entry behind the batch", { ackSeq: 14, ackHash: hashAt(14) ?? "" }, "not-sent"],
  ["an entry before the batch", { ackSeq: 9, ackHash: hashAt(9) ?? "" }, "not-sent"],
  ["another hash", { ackHash: "f".repeat(64) }, "hash-differs"],
  ["the hash of another entry", { ackHash: hashAt(12) ?? "" }, "hash-differs"],
  ["nothing new", { ackSeq: 10, ackHash: hashAt(10) ?? "", verdicts: [] }, "no-progress"],
  ["an entry without verdict", { verdicts: applied(11, 13) }, "verdicts-incomplete"],
  ["one verdict twice", { verdicts: applied(11, 13, 13) }, "verdicts-incomplete"],
  ["a verdict of something else", { verdicts: applied(11, 12, 14) }, "verdicts-incomplete"],
];

describe("findAckFault", () => {
  test("I-9 the acknowledgement of this batch counts", () => {
    expect(findAckFault(good, sent, hashAt)).toBeUndefined();
  });

  test("I-9 a part of the batch counts for that part", () => {
    const part = { ...good, ackSeq: 12, ackHash: hashAt(12) ?? "", verdicts: applied(11, 12) };
    expect(findAckFault(part, sent, hashAt)).toBeUndefined();
  });

  test.each(faults)("I-9 refuses %s", (_name, change, fault) => {
    expect(findAckFault({ ...good, ...change }, sent, hashAt)).toBe(fault);
  });
});
