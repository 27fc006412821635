import type { Pump } from "./pump.ts";
import type { Stopwatch } from "./stopwatch.ts";
import type { SyncParts } from "./sync-parts.ts";

/** No step of a healthy pump takes this long: requests and pauses all have shorter limits. */
const STALL_MS = 60_000;
const CHECK_MS = 5_000;

export interface Supervision {
  readonly pump: Pump;
  /** Restarted by the pump at every step it brings to an end. */
  readonly progress: Stopwatch;
  /** Restarted by every sign of life of the MES, whoever received it. */
  readonly contact: Stopwatch;
}

/**
 * Runs the pump and starts it anew if it stands still for 60 s although something waits and the MES is there (I-17).
 * The abandoned run is told to end and can change nothing any more.
 */
export async function supervisePump(
  parts: SyncParts,
  supervision: Supervision,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const generation = new AbortController();
    const both = AbortSignal.any([signal, generation.signal]);
    supervision.progress.restart();
    const ended = supervision.pump.run(both).then(() => "ended" as const);
    const outcome = await Promise.race([ended, untilStalled(parts, supervision, both)]);
    generation.abort(new DOMException("Superseded by the watchdog", "AbortError"));
    if (outcome === "ended") return;
    parts.log.error(
      { stalledForMs: supervision.progress.elapsedMs() },
      "Sync stood still and is started anew",
    );
  }
}

async function untilStalled(
  parts: SyncParts,
  { progress, contact }: Supervision,
  signal: AbortSignal,
): Promise<"stalled"> {
  for (;;) {
    await parts.sleep(CHECK_MS, signal);
    // Once ended, the other side of the race decides: it must not win against the run that is just ending.
    if (signal.aborted) return await new Promise<never>(() => undefined);
    const isReachable = contact.elapsedMs() < STALL_MS;
    if (isReachable && progress.elapsedMs() >= STALL_MS && hasWaiting(parts)) return "stalled";
  }
}

function hasWaiting({ outbox }: SyncParts): boolean {
  return outbox.epochs().some((head) => outbox.acknowledged(head.epoch).seq < head.seq);
}
