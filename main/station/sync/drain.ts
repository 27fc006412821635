import { type Acknowledgement, type Head, MAX_BATCH_BYTES } from "../../../shared/protocol/messages.ts";
import { cutBatch } from "./cut-batch.ts";
import { type AckFault, judgeAcknowledgement, type SentBatch } from "./judge-acknowledgement.ts";
import { MesError } from "./mes-error.ts";
import type { SyncParts } from "./sync-parts.ts";
import type { MesIdentity } from "./sync-ports.ts";

export interface DrainOptions {
  readonly identity: MesIdentity;
  readonly signal: AbortSignal;
  /** Most events in the next batch; asked before each. */
  readonly batchLimit: () => number;
  /** The number of events about to be sent; 0 when the exchange is over. */
  readonly onSending: (events: number) => void;
  /** A batch is acknowledged and saved. */
  readonly onAcknowledged: () => void;
}

/** Envelope of an upload around its events. */
const ENVELOPE_BYTES = 1_000;

/**
 * Sends what is not acknowledged, epoch by epoch, one batch in flight (I-18), until nothing is left. The cursor moves
 * only by a verified acknowledgement (I-9).
 *
 * @throws MesError
 */
export async function drain(parts: SyncParts, options: DrainOptions): Promise<void> {
  for (const { epoch } of parts.outbox.epochs()) {
    while (await sendBatch(parts, epoch, options)) options.onAcknowledged();
  }
}

/** @returns false when there was nothing to send */
async function sendBatch(parts: SyncParts, epoch: string, options: DrainOptions): Promise<boolean> {
  options.signal.throwIfAborted();
  const after = parts.outbox.acknowledged(epoch);
  const waiting = parts.outbox.entriesAfter(epoch, after.seq, options.batchLimit());
  const events = [...cutBatch(waiting, MAX_BATCH_BYTES - ENVELOPE_BYTES, Buffer.byteLength)];
  const lastSeq = events.at(-1)?.seq;
  if (lastSeq === undefined) return false;
  parts.board.update({ state: "sending" });
  options.onSending(events.length);
  const ack = await parts.client.upload(
    { epoch, afterSeq: after.seq, afterHash: after.hash, events },
    options.signal,
  );
  options.signal.throwIfAborted();
  options.onSending(0);
  accept(parts, ack, { identity: options.identity, stationId: parts.stationId, after, lastSeq });
  return true;
}

function accept(parts: SyncParts, ack: Acknowledgement, sent: SentBatch): void {
  const judged = judgeAcknowledgement(ack, sent, (seq) => parts.outbox.hashAt(sent.after.epoch, seq));
  if (!judged.ok) throw faultError(judged.refusal, sent.after);
  parts.outbox.saveAcknowledgement({ ...judged.value, verdicts: ack.verdicts });
  parts.board.update({ lastContactUtc: parts.clock.now().atUtc });
}

/** Two hashes under one sequence are two histories (I-7, I-9); everything else is an answer to somebody else. */
function faultError(fault: AckFault, after: Head): MesError {
  const code = fault === "hash-differs" ? "fork" : "wrong-ack";
  return new MesError(code, `Acknowledgement after ${after.epoch}/${after.seq} is not usable: ${fault}`);
}
