/**
 * Lets a burst through and then a steady rate, so that a broken scanner (wrong baud rate, a shorted cable) cannot
 * flood the station with thousands of "codes" a second.
 */
export class Allowance {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #lastMs: number;

  /** @param nowMs monotonic milliseconds */
  constructor(limits: { burst: number; perSecond: number }, nowMs: number) {
    this.#burst = limits.burst;
    this.#perSecond = limits.perSecond;
    this.#left = limits.burst;
    this.#lastMs = nowMs;
  }

  /** @returns whether one more may pass now */
  take(nowMs: number): boolean {
    const refillMs = Math.max(0, nowMs - this.#lastMs);
    this.#left = Math.min(this.#burst, this.#left + (refillMs / 1000) * this.#perSecond);
    this.#lastMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
