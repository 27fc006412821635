/** Waits `ms`; ends early, without an error, when the signal fires. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * A call to work that cannot be missed: raised while nobody waits, it ends the next wait at once. (A queue found empty
 * just before a new entry came would otherwise stall until the timer.)
 */
export class WakeSignal {
  #isRaised = false;
  #endWait: (() => void) | undefined;

  raise(): void {
    this.#isRaised = true;
    this.#endWait?.();
  }

  /** Forgets a call that the work about to begin will answer anyway. */
  lower(): void {
    this.#isRaised = false;
  }

  /** @returns true if called, false if `ms` went by or the signal fired; the call counts as answered */
  async wait(ms: number, sleep: Sleep, signal: AbortSignal): Promise<boolean> {
    if (!this.#isRaised) await this.#untilRaisedOr(ms, sleep, signal);
    const wasRaised = this.#isRaised;
    this.#isRaised = false;
    return wasRaised;
  }

  async #untilRaisedOr(ms: number, sleep: Sleep, signal: AbortSignal): Promise<void> {
    const enough = new AbortController();
    const end = () => enough.abort();
    this.#endWait = end;
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    try {
      await sleep(ms, enough.signal);
    } finally {
      signal.removeEventListener("abort", end);
      if (this.#endWait === end) this.#endWait = undefined;
    }
  }
}
