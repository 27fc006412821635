import { uptime } from "node:os";

/** The uptime of Linux has two decimals, and the two clocks are not read at the same moment. */
const INACCURACY_NS = 1_000_000_000n;

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
  return () => {
    const awake = awakeNs();
    const asleep = BigInt(Math.round(uptimeS() * 1e9)) - awake;
    if (asleep > sleptNs + INACCURACY_NS) sleptNs = asleep;
    return awake + sleptNs;
  };
}
