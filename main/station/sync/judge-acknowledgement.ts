import { accept, type Result, refuse } from "../../../shared/lib/result.ts";
import type { Acknowledgement, Head } from "../../../shared/protocol/messages.ts";
import type { MesIdentity } from "./sync-ports.ts";

/** What this station sent, against which an acknowledgement is held. */
export interface SentBatch {
  readonly identity: MesIdentity;
  readonly stationId: string;
  readonly after: Head;
  readonly lastSeq: number;
}

export type AckFault =
  | "other-mes"
  | "other-station"
  | "other-epoch"
  | "not-sent"
  | "no-progress"
  | "verdicts-incomplete"
  | "hash-differs";

/**
 * I-9: an acknowledgement counts only if it speaks of this MES, station and epoch, repeats our own hash, and judges each
 * entry of this very batch. However far it reaches, the cursor goes no further than what was sent.
 *
 * @param hashAt own hash of an entry of the epoch that was sent; undefined where this station has none
 * @returns where the cursor may go, or why it must not move
 */
export function judgeAcknowledgement(
  ack: Acknowledgement,
  sent: SentBatch,
  hashAt: (seq: number) => string | undefined,
): Result<Head, AckFault> {
  if (ack.mesId !== sent.identity.mesId || ack.mesEpoch !== sent.identity.mesEpoch)
    return refuse("other-mes");
  if (ack.stationId !== sent.stationId) return refuse("other-station");
  if (ack.epoch !== sent.after.epoch) return refuse("other-epoch");
  if (ack.ackSeq < sent.after.seq) return refuse("not-sent");
  const ownHash = hashAt(ack.ackSeq);
  if (ownHash === undefined && !isKnownAheadOfUs(ack)) return refuse("not-sent");
  if (ownHash !== undefined && ownHash !== ack.ackHash) return refuse("hash-differs");
  const seq = Math.min(ack.ackSeq, sent.lastSeq);
  if (seq === sent.after.seq) return refuse("no-progress");
  if (!judgesEach(ack, sent.after.seq, seq)) return refuse("verdicts-incomplete");
  const hash = hashAt(seq);
  if (hash === undefined) throw new Error(`Entry ${sent.after.epoch}/${seq} was sent and is gone`);
  return accept({ epoch: ack.epoch, seq, hash });
}

/**
 * After a roll-back the MES may name a head that we have lost. "Duplicate" is then what proves our entries: the MES says
 * it only of an entry with the same hash (I-7), and the chain covers all before it.
 */
function isKnownAheadOfUs(ack: Acknowledgement): boolean {
  return ack.verdicts.length > 0 && ack.verdicts.every(({ verdict }) => verdict === "duplicate");
}

/** A rejected entry without its verdict would be acknowledged and never seen by a person (I-16). */
function judgesEach(ack: Acknowledgement, afterSeq: number, lastSeq: number): boolean {
  const judged = new Set(ack.verdicts.map(({ seq }) => seq));
  const expected = lastSeq - afterSeq;
  if (ack.verdicts.length !== expected || judged.size !== expected) return false;
  return ack.verdicts.every(({ seq }) => seq > afterSeq && seq <= lastSeq);
}
