import type { Page } from "@playwright/test";

/**
 * Milliseconds of processor time that the page's main thread has worked so far: scripts, style, layout and paint. What it
 * waited for a processor on a busy machine is not in it.
 */
export async function mainThreadOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
  };
}
