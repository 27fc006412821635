import type { Clock, Instant } from "../../../shared/lib/clock.ts";

/** Milliseconds of monotonic time since the last restart; wall-clock jumps do not reach it (I-20). */
export class Stopwatch {
  readonly #clock: Clock;
  #start: Instant;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#start = clock.now();
  }

  restart(): void {
    this.#start = this.#clock.now();
  }

  elapsedMs(): number {
    return Number(BigInt(this.#clock.now().monoNs) - BigInt(this.#start.monoNs)) / 1e6;
  }
}
