import type { GapCause, SignalGap } from "./signal-gap.ts";
import type { SignalStorage, StoredGap } from "./signal-storage.ts";

/** Gaps recorded since the last flush. They are numbered at once, and written with the flush. */
export class PendingGaps {
  readonly #counts: Partial<Record<GapCause, number>> = {};
  #next: number;
  #opened: StoredGap[] = [];
  #closed: { readonly id: number; readonly toUs: number }[] = [];

  constructor(storage: SignalStorage) {
    this.#next = storage.lastGapId() + 1;
    for (const { cause, count } of storage.gapCounts()) this.#counts[cause] = count;
  }

  get isEmpty(): boolean {
    return this.#opened.length === 0 && this.#closed.length === 0;
  }

  record(gap: SignalGap): number {
    const id = this.#next;
    this.#next += 1;
    this.#opened.push({ ...gap, id });
    this.#counts[gap.cause] = (this.#counts[gap.cause] ?? 0) + 1;
    return id;
  }

  close(id: number, toUs: number): void {
    this.#closed.push({ id, toUs });
  }

  /** Inside the transaction of the flush. */
  writeTo(storage: SignalStorage): void {
    for (const gap of this.#opened) storage.putGap(gap);
    for (const { id, toUs } of this.#closed) storage.closeGap(id, toUs);
  }

  /** After it has been committed. */
  written(): void {
    this.#opened = [];
    this.#closed = [];
  }

  counts(): Readonly<Partial<Record<GapCause, number>>> {
    return { ...this.#counts };
  }
}
