import { AgeClock, type AgeReading } from "./age-clock.ts";
import { DamagedChunk } from "./codec/damaged-chunk.ts";
import { encodeHead, headSections } from "./codec/head-codec.ts";
import { HeadTally } from "./head-tally.ts";
import { PendingGaps } from "./pending-gaps.ts";
import type { Reduction } from "./reduction/reduce-samples.ts";
import { clearAway, type RetentionLimits, SENT_MARK } from "./retention.ts";
import { copyRows, createSampleColumns, type SampleColumns, withCapacity } from "./sample-columns.ts";
import { type DamagedHead, FLUSH_US } from "./seal.ts";
import { SealJob } from "./seal-job.ts";
import type { SignalGap } from "./signal-gap.ts";
import type { RegisteredSignal, SignalIdentity } from "./signal-identity.ts";
import type { HeadRow, SignalStorage } from "./signal-storage.ts";
import type { SignalWriter, SignalWriterCounts, TextSample } from "./signal-writer-port.ts";

export interface SignalWriterParts {
  readonly storage: SignalStorage;
  /** Microseconds since 1970 UTC by the station's clock. */
  readonly nowUs: () => number;
  /** A clock that only runs forward, in milliseconds. */
  readonly nowMs: () => number;
  readonly retention: RetentionLimits;
  /** Asked when a chunk is sealed; undefined: keep every sample. */
  readonly reductionOf: (signal: number) => Reduction | undefined;
  /** Rows kept in memory while the disk takes none. */
  readonly mostPending: number;
}

const FIRST_CAPACITY = 4_096;
/** While nothing arrives, the store still says now and then up to when that is known. */
const SILENCE_MARK_US = 10e6;
const CLEAR_AWAY_EVERY_MS = 60_000;
/** Name of the mark: how far stored values have aged. */
const AGED_MARK = "aged";

/**
 * The writer over a storage. At its start it records what the end of the last one left open: the span from the last flush
 * until now is a gap, also after a kill.
 */
export function createSignalWriter(parts: SignalWriterParts): SignalWriter {
  return new StorageWriter(parts);
}

class StorageWriter implements SignalWriter {
  readonly #parts: SignalWriterParts;
  readonly #storage: SignalStorage;
  readonly #gaps: PendingGaps;
  readonly #tally = new HeadTally();
  readonly #age: AgeClock;
  #pending = createSampleColumns(FIRST_CAPACITY);
  #texts: TextSample[] = [];
  #seq: number;
  #job: SealJob | undefined;
  /** Rows of the head log that cannot be read and are told already: every partition comes across them. */
  readonly #damagedSeqs = new Set<number>();
  #recordedUs = 0;
  #clearedMs = Number.NEGATIVE_INFINITY;
  #appended = 0;
  #flushed = 0;
  #sealed = 0;
  #givenUp = 0;

  constructor(parts: SignalWriterParts) {
    this.#parts = parts;
    this.#storage = parts.storage;
    this.#seq = parts.storage.lastHeadSeq();
    this.#gaps = new PendingGaps(parts.storage);
    this.#age = new AgeClock(agedUntilUs(parts.storage), this.#reading());
    this.#recordAbsence();
    this.#recount();
    this.flush();
  }

  register(signals: readonly SignalIdentity[]): readonly RegisteredSignal[] {
    const registered: RegisteredSignal[] = [];
    this.#storage.transaction(() => {
      for (const { machineId, signalId } of signals) {
        registered.push({ machineId, signalId, number: this.#storage.register({ machineId, signalId }) });
      }
    });
    return registered;
  }

  append(rows: SampleColumns): void {
    this.#appended += rows.length;
    if (this.#pending.length + rows.length > this.#parts.mostPending) this.#giveUpPending();
    this.#pending = withCapacity(this.#pending, this.#pending.length + rows.length);
    copyRows(this.#pending, rows);
  }

  appendText(samples: readonly TextSample[]): void {
    this.#texts.push(...samples);
  }

  recordGap(gap: SignalGap): number {
    return this.#gaps.record(gap);
  }

  closeGap(gap: number, toUs: number): void {
    this.#gaps.close(gap, toUs);
  }

  markSent(segment: number): void {
    this.#storage.transaction(() => this.#storage.setMark(SENT_MARK, segment));
  }

  flush(): void {
    const atUs = this.#parts.nowUs();
    const rows = this.#pending;
    const hasRows = rows.length > 0;
    const isSilent = !hasRows && this.#texts.length === 0 && this.#gaps.isEmpty;
    if (isSilent && atUs - this.#recordedUs < SILENCE_MARK_US) return;
    const row = hasRows ? { seq: this.#seq + 1, atUs, body: encodeHead(rows) } : undefined;
    this.#storage.transaction(() => {
      if (row === undefined) this.#storage.setMark("recorded", atUs);
      else this.#storage.appendHead(row);
      for (const text of this.#texts) this.#storage.addText(text);
      this.#gaps.writeTo(this.#storage);
    });
    this.#gaps.written();
    this.#texts = [];
    this.#recordedUs = atUs;
    if (row === undefined) return;
    this.#seq = row.seq;
    this.#flushed += rows.length;
    this.#tally.add(rows.signal.subarray(0, rows.length), row);
    rows.length = 0;
  }

  tend(budgetMs: number): boolean {
    const endMs = this.#parts.nowMs() + budgetMs;
    do {
      if (!this.#tendOnce()) return false;
    } while (this.#parts.nowMs() < endMs);
    return true;
  }

  counts(): SignalWriterCounts {
    return {
      appended: this.#appended,
      flushed: this.#flushed,
      sealed: this.#sealed,
      givenUp: this.#givenUp,
      gapsByCause: this.#gaps.counts(),
    };
  }

  close(): void {
    this.flush();
    this.#storage.transaction(() => {
      const atUs = this.#parts.nowUs();
      this.#storage.setMark("recorded", atUs);
      this.#storage.setMark("closed", atUs);
    });
    this.#storage.close();
  }

  abandon(): void {
    this.#storage.close();
  }

  /** @returns whether there is more to do */
  #tendOnce(): boolean {
    this.#job ??= this.#nextJob();
    if (this.#job === undefined) return this.#clearAwayNowAndThen();
    if (!this.#job.step()) {
      this.#commit(this.#job);
      this.#job = undefined;
    }
    return true;
  }

  #nextJob(): SealJob | undefined {
    const sealedUs = this.#parts.nowUs();
    const partition = this.#tally.due(sealedUs);
    if (partition === undefined) return undefined;
    const { reductionOf } = this.#parts;
    const job = new SealJob(this.#storage.headOf(partition), partition, { sealedUs, reductionOf });
    this.#tally.begin(partition);
    for (const damaged of job.content.damaged) this.#recordDamage(damaged);
    return job;
  }

  /** Segments and the end of their head rows in one transaction: a sample is in one of both, never in neither. */
  #commit(job: SealJob): void {
    const neededSeq = Math.min(this.#tally.firstNeededSeq(), this.#seq + 1);
    this.#storage.transaction(() => {
      for (const segment of job.segments) this.#storage.addSegment(segment);
      this.#storage.setSealed(job.partition, job.upToSeq);
      this.#storage.setMark("recorded", this.#recordedUs);
      this.#storage.deleteHeadBefore(neededSeq);
      this.#gaps.writeTo(this.#storage);
    });
    this.#gaps.written();
    this.#tally.end();
    this.#sealed += job.content.samples;
  }

  #recordDamage({ seq, fromUs, toUs }: DamagedHead): void {
    if (this.#damagedSeqs.has(seq)) return;
    this.#damagedSeqs.add(seq);
    this.#gaps.record({ machineId: null, signal: null, fromUs, toUs, cause: "damaged" });
  }

  #clearAwayNowAndThen(): boolean {
    const nowMs = this.#parts.nowMs();
    if (nowMs - this.#clearedMs < CLEAR_AWAY_EVERY_MS) return false;
    const hasMore = clearAway(this.#storage, this.#parts.retention, this.#age.read(this.#reading()));
    if (hasMore) return true;
    this.#clearedMs = nowMs;
    this.#storage.transaction(() => this.#storage.setMark(AGED_MARK, this.#age.agedUs));
    return false;
  }

  #reading(): AgeReading {
    return { wallUs: this.#parts.nowUs(), runUs: this.#parts.nowMs() * 1_000 };
  }

  /** The disk has taken nothing for too long. What is given up is named, so that nobody takes it for silence. */
  #giveUpPending(): void {
    const { length, arrivedUs } = this.#pending;
    if (length === 0) return;
    const fromUs = arrivedUs[0] ?? 0;
    const toUs = arrivedUs[length - 1] ?? fromUs;
    this.#gaps.record({ machineId: null, signal: null, fromUs, toUs, cause: "not-stored" });
    this.#givenUp += length;
    this.#pending.length = 0;
  }

  #recordAbsence(): void {
    const untilUs = this.#storage.recordedUntilUs();
    if (Number.isNaN(untilUs)) return;
    const nowUs = this.#parts.nowUs();
    for (const gap of this.#storage.openGaps()) this.#gaps.close(gap.id, nowUs);
    const cause = this.#storage.mark("closed") === untilUs ? "collector-stopped" : "collector-died";
    // A clock set back meanwhile would turn the span around.
    const toUs = Math.max(nowUs, untilUs + 1);
    this.#gaps.record({ machineId: null, signal: null, fromUs: untilUs, toUs, cause });
  }

  /** What the last writer left in the head log. */
  #recount(): void {
    const sealed = this.#storage.sealed();
    for (const row of this.#storage.headAfter(0)) {
      try {
        this.#recountRow(row, sealed);
      } catch (cause) {
        if (!(cause instanceof DamagedChunk)) throw cause;
        this.#recordDamage({ seq: row.seq, fromUs: row.atUs - FLUSH_US, toUs: row.atUs });
      }
    }
  }

  #recountRow(row: HeadRow, sealed: ReadonlyMap<number, number>): void {
    for (const section of headSections(row.body)) {
      const isSealed = row.seq <= (sealed.get(section.partition) ?? 0);
      if (!isSealed) this.#tally.add(section.read().signal, row);
    }
  }
}

/** A store from before this was kept has aged up to its last flush. */
function agedUntilUs(storage: SignalStorage): number | undefined {
  const recordedUs = storage.recordedUntilUs();
  return storage.mark(AGED_MARK) ?? (Number.isNaN(recordedUs) ? undefined : recordedUs);
}
