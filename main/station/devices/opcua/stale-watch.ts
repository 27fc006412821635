import type { ReceivedValue } from "./data-value.ts";
import type { WatchedSignal } from "./machine-endpoint.ts";

/** Slower ones may rightly keep silent for as long as the watch waits. */
const SLOWEST_WATCHED_MS = 5_000;
/** One read of the machine. */
const MOST_WATCHED = 100;

/**
 * Notices a machine that still answers but no longer tells of changes of a value: keep-alives go on, and a count stands
 * for ever. A value that reads otherwise than it was last told, and is not told until the next look either, is stale.
 * Only signals that decide about production are watched.
 */
export class StaleWatch {
  readonly #watched: readonly number[];
  readonly #told = new Map<number, unknown>();
  readonly #hasCome: Uint8Array;
  /** Read otherwise than told, with how often the signal had come by then. */
  #suspects: ReadonlyMap<number, number> = new Map();
  readonly #times = new Map<number, number>();

  constructor(signals: readonly WatchedSignal[]) {
    this.#hasCome = new Uint8Array(signals.length);
    this.#watched = signals
      .flatMap(({ isTold, samplingMs }, handle) =>
        isTold !== false && samplingMs <= SLOWEST_WATCHED_MS ? [handle] : [],
      )
      .slice(0, MOST_WATCHED);
    for (const handle of this.#watched) this.#times.set(handle, 0);
  }

  /** Handles to read at each look. */
  get watched(): readonly number[] {
    return this.#watched;
  }

  came(handle: number, received: ReceivedValue): void {
    this.#hasCome[handle] = 1;
    const times = this.#times.get(handle);
    if (times === undefined) return;
    this.#times.set(handle, times + 1);
    this.#told.set(handle, received.value?.value);
  }

  /** Signals of which nothing has come yet. */
  missing(): readonly number[] {
    return [...this.#hasCome.keys()].filter((handle) => this.#hasCome[handle] === 0);
  }

  /** @param values of the watched handles, just read @returns what was already told wrong at the look before, and still is */
  look(values: readonly ReceivedValue[]): readonly number[] {
    const differing = this.#watched.filter((handle, index) => this.#differs(handle, values[index]));
    const stale = differing.filter((handle) => this.#suspects.get(handle) === this.#times.get(handle));
    this.#suspects = new Map(differing.map((handle) => [handle, this.#times.get(handle) ?? 0]));
    return stale;
  }

  #differs(handle: number, read: ReceivedValue | undefined): boolean {
    const now = read?.value?.value;
    const isPlain = typeof now === "number" || typeof now === "boolean" || typeof now === "string";
    return isPlain && this.#told.has(handle) && !Object.is(now, this.#told.get(handle));
  }
}
