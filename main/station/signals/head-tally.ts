import { PARTITION_SIGNALS, partitionOf } from "./codec/head-codec.ts";

/** A chunk of this many samples is dense; waiting longer makes the head log long to read. */
const SAMPLES_PER_SIGNAL = 1_024;
/** What one seal may take in memory and time. */
const MOST_SAMPLES = 262_144;
const LONGEST_WAIT_US = 3_600e6;

interface Tally {
  readonly partition: number;
  samples: number;
  firstSeq: number;
  sinceUs: number;
  /** By number less the first of the partition. */
  readonly seen: Uint8Array;
  signals: number;
}

/** What lies in the head log and is not sealed yet, by partition. */
export class HeadTally {
  readonly #tallies = new Map<number, Tally>();
  readonly #begun = new Set<number>();
  #sealing: Tally | undefined;

  /** @param signals those of one flush, in any order */
  add(signals: Int32Array, { seq, atUs }: { readonly seq: number; readonly atUs: number }): void {
    let tally: Tally | undefined;
    for (let row = 0; row < signals.length; row += 1) {
      const signal = signals[row] ?? 0;
      const partition = partitionOf(signal);
      if (tally?.partition !== partition) tally = this.#of(partition, seq, atUs);
      tally.samples += 1;
      const place = signal % PARTITION_SIGNALS;
      if (tally.seen[place] !== 0) continue;
      tally.seen[place] = 1;
      tally.signals += 1;
    }
  }

  /** The partition that has waited longest of those worth sealing. */
  due(nowUs: number): number | undefined {
    if (this.#sealing !== undefined) return undefined;
    let due: Tally | undefined;
    for (const tally of this.#tallies.values()) {
      const isDue =
        tally.samples >= this.#samplesPerSignal(tally.partition) * tally.signals ||
        tally.samples >= MOST_SAMPLES ||
        nowUs - tally.sinceUs >= LONGEST_WAIT_US;
      if (isDue && (due === undefined || tally.firstSeq < due.firstSeq)) due = tally;
    }
    return due?.partition;
  }

  /** Sealing of a partition begins: what comes from now on counts anew. */
  begin(partition: number): void {
    const tally = this.#tallies.get(partition);
    if (tally === undefined) return;
    this.#sealing = tally;
    this.#begun.add(partition);
    this.#tallies.delete(partition);
  }

  /** The begun partition is sealed. */
  end(): void {
    this.#sealing = undefined;
  }

  /** The oldest row of the head log that is still needed once the begun partition is sealed; Infinity: none. */
  firstNeededSeq(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const { firstSeq } of this.#tallies.values()) first = Math.min(first, firstSeq);
    return first;
  }

  /** The first time earlier, each partition by another amount, or all of one rate would be due in the same second for ever. */
  #samplesPerSignal(partition: number): number {
    return this.#begun.has(partition) ? SAMPLES_PER_SIGNAL : SAMPLES_PER_SIGNAL * (1 - spread(partition) / 2);
  }

  #of(partition: number, seq: number, atUs: number): Tally {
    let tally = this.#tallies.get(partition);
    if (tally === undefined) {
      tally = {
        partition,
        samples: 0,
        firstSeq: seq,
        sinceUs: atUs,
        seen: new Uint8Array(PARTITION_SIGNALS),
        signals: 0,
      };
      this.#tallies.set(partition, tally);
    }
    return tally;
  }
}

/** The golden ratio scatters small numbers evenly. @returns from 0 to below 1, 0 for the first */
function spread(partition: number): number {
  return (partition * 0.618_033_988_749_895) % 1;
}
