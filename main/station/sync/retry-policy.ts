import { backoffMs } from "../../../shared/lib/backoff.ts";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import type { LineFault } from "../../../shared/screen/sync-trouble.ts";
import type { MesErrorCode } from "./mes-error.ts";

/** What the pump does after a failure. Every "retry" begins with a new handshake. */
export type NextStep =
  | {
      readonly kind: "retry";
      readonly delayMs: number;
      readonly trouble: "unauthorized" | "rejected" | LineFault | null;
      /** Then with at most this many events. */
      readonly batchLimit?: number;
    }
  /** The same again with at most this many events, at once: the connection is fine. */
  | { readonly kind: "split"; readonly batchLimit: number }
  /** Send nothing more: going on could hide that two histories exist. */
  | { readonly kind: "stop"; readonly trouble: "fork" };

export interface Failure {
  readonly code: MesErrorCode;
  readonly retryAfterMs: number | undefined;
  /** Failures in a row, 1 for the first. */
  readonly attempt: number;
  /** Events in the batch that failed; 0 when it was no upload. */
  readonly sentEvents: number;
  /** In [0, 1). */
  readonly random: number;
}

/** No wait is longer, whatever a header asks for (I-18). */
export const LONGEST_WAIT_MS = 60_000;
/** A person has to act; asking more often would only fill the logs of both sides. */
export const SLOW_RETRY_MS = 30_000;
/**
 * Handshake time-out plus this stay below the 10 s in which a queue must be empty after the network heals (I-17);
 * the 60 s of I-18 are an upper bound, not the aim.
 */
const UNREACHABLE = { firstMs: 250, longestMs: 4_000 } as const;
/** The MES is there and suffers: grow faster, but still be done 10 s after it is well. */
const STRUGGLING = { firstMs: 1_000, longestMs: 8_000 } as const;

/** The only place that decides between retry, split and stop. */
export function nextStep(failure: Failure): NextStep {
  switch (failure.code) {
    case "timeout":
      return retrySmaller(failure);
    case "network":
    case "not-mes":
    case "wrong-ack":
      return retryAfter(backoffMs(failure.attempt, failure.random, UNREACHABLE));
    case "server":
    case "too-many-requests":
      return retryAfter(askedDelayMs(failure));
    case "gap":
      // Both sides disagree about the head: ask again at once, but never in a hot loop.
      return retryAfter(failure.attempt === 1 ? 0 : backoffMs(failure.attempt, failure.random, UNREACHABLE));
    case "too-large":
    case "bad-request":
      return splitOrWait(failure);
    case "unauthorized":
    case "forbidden":
      return { kind: "retry", delayMs: spread(SLOW_RETRY_MS, failure.random), trouble: "unauthorized" };
    case "not-found":
    case "unsupported-protocol":
      return { kind: "retry", delayMs: spread(SLOW_RETRY_MS, failure.random), trouble: "rejected" };
    case "fork":
      return { kind: "stop", trouble: "fork" };
    case "certificate-unknown":
    case "certificate-expired":
    case "certificate-early":
    case "certificate-name":
    case "tls-too-old":
    case "not-tls":
    case "tls-refused":
    case "ca-file":
      // A person has to act, most likely at the MES and not here: what was put right shows within seconds.
      return { ...retryAfter(backoffMs(failure.attempt, failure.random, STRUGGLING)), trouble: failure.code };
    default:
      return unreachable(failure.code);
  }
}

function retryAfter(delayMs: number): Extract<NextStep, { kind: "retry" }> {
  return { kind: "retry", delayMs, trouble: null };
}

/** A line too slow for this batch is too slow for it the next time too: less at once gets through. */
function retrySmaller(failure: Failure): NextStep {
  const delayMs = backoffMs(failure.attempt, failure.random, UNREACHABLE);
  if (failure.sentEvents <= 1) return { kind: "retry", delayMs, trouble: null };
  return { kind: "retry", delayMs, trouble: null, batchLimit: Math.floor(failure.sentEvents / 2) };
}

/** Halving finds the one event that the MES does not take; everything before it gets through (I-16, I-18). */
function splitOrWait(failure: Failure): NextStep {
  if (failure.sentEvents > 1) return { kind: "split", batchLimit: Math.floor(failure.sentEvents / 2) };
  return { kind: "retry", delayMs: spread(SLOW_RETRY_MS, failure.random), trouble: "rejected" };
}

/** A Retry-After is a floor: stations told the same second must not come back in the same millisecond. */
function askedDelayMs(failure: Failure): number {
  const ownMs = backoffMs(failure.attempt, failure.random, STRUGGLING);
  if (failure.retryAfterMs === undefined) return ownMs;
  return Math.min(LONGEST_WAIT_MS, failure.retryAfterMs + Math.round(1_000 * failure.random));
}

function spread(delayMs: number, random: number): number {
  return Math.round(delayMs * (1 + random / 4));
}
