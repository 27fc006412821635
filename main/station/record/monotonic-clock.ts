import { uptime } from "node:os";

/** The uptime of Linux has two decimals, and the two clocks are not read at the same moment. */
const INACCURACY_NS = 1_000_000_000n;

/**
 * The uptime is read from a file of the system, twenty times as slowly as the clock that stops in sleep. Whether the computer
 * slept is looked at again after so much time awake: sooner nobody is back at the screen.
 */
const LOOKS_AGAIN_NS = 100_000_000n;

export interface ComputerClocks {
  /** Nanoseconds that only grow; on Linux they stand still while the computer sleeps. */
  readonly awakeNs: () => bigint;
  /** Seconds since the computer was started, its sleep included. */
  readonly uptimeS: () => number;
}

const computer: ComputerClocks = { awakeNs: process.hrtime.bigint, uptimeS: uptime };

/**
 * Nanoseconds that only grow, nobody can set and sleep does not stop: a computer that was suspended for ten minutes is ten
 * minutes older (P9).
 */
export function monotonicClock({ awakeNs, uptimeS }: ComputerClocks = computer): () => bigint {
  let sleptNs = 0n;
  let looksAtNs = 0n;
  return () => {
    const awake = awakeNs();
    if (awake < looksAtNs) return awake + sleptNs;
    looksAtNs = awake + LOOKS_AGAIN_NS;
    const asleep = BigInt(Math.round(uptimeS() * 1e9)) - awake;
    if (asleep > sleptNs + INACCURACY_NS) sleptNs = asleep;
    return awake + sleptNs;
  };
}
