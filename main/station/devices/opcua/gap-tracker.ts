import type { GapCause, SignalGap } from "../device-events.ts";

/**
 * Turns interruptions into gaps with bounds. A gap opens at the last word of the machine (a keep-alive says that
 * nothing had changed until then) and closes at the first value after it. The first cause is kept: what follows an
 * interruption is its consequence.
 */
export class GapTracker {
  #lastHeardUtc: string | undefined;
  #cause: GapCause | undefined;

  /** The gap that goes on; undefined: there is none. */
  get open(): { readonly fromUtc: string; readonly cause: GapCause } | undefined {
    if (this.#lastHeardUtc === undefined || this.#cause === undefined) return undefined;
    return { fromUtc: this.#lastHeardUtc, cause: this.#cause };
  }

  /** @param cause what may have swallowed values; ignored until the machine has been heard once */
  interrupted(cause: GapCause): void {
    if (this.#lastHeardUtc !== undefined) this.#cause ??= cause;
  }

  /** The machine said that nothing changed. It does not end a gap: the values after it are still to come. */
  heardNothingNew(atUtc: string): void {
    if (this.#cause === undefined && this.#lastHeardUtc !== undefined) this.#lastHeardUtc = atUtc;
  }

  /** @returns the gap that these values end, if there was one */
  heardValues(atUtc: string): SignalGap | undefined {
    const fromUtc = this.#lastHeardUtc;
    const cause = this.#cause;
    this.#lastHeardUtc = atUtc;
    this.#cause = undefined;
    return fromUtc === undefined || cause === undefined ? undefined : { fromUtc, toUtc: atUtc, cause };
  }
}
