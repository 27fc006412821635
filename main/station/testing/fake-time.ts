import type { Clock } from "../../../shared/lib/clock.ts";

interface Sleeper {
  readonly atMs: number;
  readonly end: () => void;
}

/** Time that passes only when a test says so: a clock and a sleep that agree with each other. */
export class FakeTime {
  readonly clock: Clock = {
    now: () => ({
      atUtc: new Date(Date.UTC(2026, 10, 22, 8) + this.#nowMs).toISOString(),
      monoNs: String(BigInt(Math.round(this.#nowMs)) * 1_000_000n),
      bootId: "boot-1",
      clockState: "trusted",
    }),
  };
  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted || ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { atMs: this.#nowMs + ms, end: resolve };
      this.#sleepers.add(sleeper);
      const wake = () => this.#end(sleeper);
      signal.addEventListener("abort", wake, { once: true });
    });
  };
  #nowMs = 0;
  readonly #sleepers = new Set<Sleeper>();

  get nowMs(): number {
    return this.#nowMs;
  }

  /** How long the shortest sleep still takes; undefined when nobody sleeps. */
  nextMs(): number | undefined {
    const ends = [...this.#sleepers].map((sleeper) => sleeper.atMs);
    return ends.length === 0 ? undefined : Math.min(...ends) - this.#nowMs;
  }

  /** Moves the clock and ends the sleeps that are over by then. */
  advance(ms: number): void {
    this.#nowMs += ms;
    for (const sleeper of this.#sleepers) if (sleeper.atMs <= this.#nowMs) this.#end(sleeper);
  }

  #end(sleeper: Sleeper): void {
    if (this.#sleepers.delete(sleeper)) sleeper.end();
  }
}
