import { setTimeout as delay } from "node:timers/promises";

/** Waits for a condition, however long the machine takes; the test's own limit ends a hang. */
export async function until(isMet: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isMet())) await delay(2);
}
