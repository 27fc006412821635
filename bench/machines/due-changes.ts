import { DataChangeNotification } from "node-opcua-client";

/** One monitored item of a client. */
export interface WatchedVariable {
  readonly clientHandle: number;
  readonly queueSize: number;
}

/** Changes with numbers in (after, upTo], each number with the time it became due. */
export interface DueSpan {
  readonly after: number;
  readonly upTo: number;
  readonly msOf: (sequence: number) => number;
}

interface Encoder {
  writeArrayBuffer(bytes: ArrayBuffer, offset?: number, length?: number): void;
}

const GOOD = 0;
/** Good, DataChange, Overflow: Part 4, 7.39.1. */
const GOOD_WITH_OVERFLOW = 0x0000_0480;
/** Value, status, both times: Part 6, 5.2.2.17. */
const EVERYTHING = 0x0f;
const DOUBLE = 11;
const BYTES_PER_CHANGE = 4 + 1 + 1 + 8 + 4 + 8 + 8;
const MS_FROM_1601 = 11_644_473_600_000;
const TICKS_PER_MS = 10_000n;

/**
 * Changes as they go over the wire, written without an object for each: the server shares its cores with the client that is
 * measured. What a client receives cannot be told from any other server's message.
 */
export class DueChanges extends DataChangeNotification {
  readonly #bytes: ArrayBuffer;
  readonly length: number;

  /** Changes of one variable lie together, as they do where each has a queue of its own. */
  constructor(variables: readonly WatchedVariable[], span: DueSpan) {
    super({ monitoredItems: [] });
    const queues = variables.map((variable) => ({ variable, ...queueOf(variable, span) }));
    this.length = queues.reduce((sum, { sequences }) => sum + sequences.length, 0);
    this.#bytes = new ArrayBuffer(4 + this.length * BYTES_PER_CHANGE + 4);
    const view = new DataView(this.#bytes);
    view.setInt32(0, this.length, true);
    let at = 4;
    for (const { variable, sequences, hasOverflow } of queues) {
      for (const [index, sequence] of sequences.entries()) {
        const status = hasOverflow && index === 0 ? GOOD_WITH_OVERFLOW : GOOD;
        at = putChange(view, at, { ...variable, sequence, status, ms: span.msOf(sequence) });
      }
    }
    view.setInt32(at, -1, true); // no diagnostics
  }

  override encode(stream: Parameters<DataChangeNotification["encode"]>[0]): void {
    (stream as unknown as Encoder).writeArrayBuffer(this.#bytes, 0, this.#bytes.byteLength);
  }
}

/** The newest changes that its queue holds, the oldest first. */
function queueOf({ queueSize }: WatchedVariable, { after, upTo }: DueSpan) {
  const kept = Math.max(after, upTo - queueSize);
  const sequences = Array.from({ length: upTo - kept }, (_, index) => kept + 1 + index);
  return { sequences, hasOverflow: kept > after && queueSize > 1 };
}

interface Change {
  readonly clientHandle: number;
  readonly sequence: number;
  readonly status: number;
  readonly ms: number;
}

/** @returns where the next one begins */
function putChange(view: DataView, at: number, { clientHandle, sequence, status, ms }: Change): number {
  const ticks = BigInt(Math.round(ms) + MS_FROM_1601) * TICKS_PER_MS;
  view.setUint32(at, clientHandle, true);
  view.setUint8(at + 4, EVERYTHING);
  view.setUint8(at + 5, DOUBLE);
  view.setFloat64(at + 6, sequence, true);
  view.setUint32(at + 14, status, true);
  view.setBigInt64(at + 18, ticks, true);
  view.setBigInt64(at + 26, ticks, true);
  return at + BYTES_PER_CHANGE;
}
