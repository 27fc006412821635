import { setTimeout as delay } from "node:timers/promises";

const LONGEST_PAUSE_MS = 25;

/**
 * Waits for a condition, however long the machine takes; the test's own limit ends a hang. What comes soon is seen soon;
 * what takes long is asked for seldom, since the asking takes the processor from what is waited for.
 */
export async function until(isMet: () => boolean | Promise<boolean>): Promise<void> {
  for (let pauseMs = 1; !(await isMet()); pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    await delay(pauseMs);
  }
}
