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
 * I-9: an acknowledgement counts only if it speaks of this MES, station, epoch and of entries of this very batch, and
 * repeats our own hash of the last one.
 *
 * @param hashAt own hash of an entry of the epoch that was sent
 * @returns undefined if it may move the cursor, else why not
 */
export function findAckFault(
  ack: Acknowledgement,
  sent: SentBatch,
  hashAt: (seq: number) => string | undefined,
): AckFault | undefined {
  if (ack.mesId !== sent.identity.mesId || ack.mesEpoch !== sent.identity.mesEpoch) return "other-mes";
  if (ack.stationId !== sent.stationId) return "other-station";
  if (ack.epoch !== sent.after.epoch) return "other-epoch";
  if (ack.ackSeq > sent.lastSeq || ack.ackSeq < sent.after.seq) return "not-sent";
  if (ack.ackHash !== hashAt(ack.ackSeq)) return "hash-differs";
  if (ack.ackSeq === sent.after.seq) return "no-progress";
  return hasVerdictForEach(ack, sent.after.seq) ? undefined : "verdicts-incomplete";
}

/** A rejected entry without its verdict would be acknowledged and never seen by a person (I-16). */
function hasVerdictForEach(ack: Acknowledgement, afterSeq: number): boolean {
  const judged = new Set(ack.verdicts.map((verdict) => verdict.seq));
  const expected = ack.ackSeq - afterSeq;
  if (ack.verdicts.length !== expected || judged.size !== expected) return false;
  return ack.verdicts.every((verdict) => verdict.seq > afterSeq && verdict.seq <= ack.ackSeq);
}
