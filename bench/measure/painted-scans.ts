import type { Page } from "@playwright/test";

const EVERY_MS = 150;
const BADGES = ["BG1001", "BG1002", "BG1003", "BG1004", "BG1005"];

declare global {
  interface Window {
    benchPainted: number[];
  }
}

/**
 * Scans badges by schedule, whether or not the one before was shown. Each one is a durable booking before anything is shown.
 * @returns milliseconds from the last byte of each scan to its verdict painted; NaN: never shown
 */
export async function paintedScans(
  page: Page,
  { count, send }: { readonly count: number; readonly send: (text: string) => boolean },
): Promise<readonly number[]> {
  await watchStrip(page);
  const sent = await sendScans(page, count, send);
  const painted = await page.evaluate(() => window.benchPainted);
  return sent.map((at, index) => (painted[index] ?? Number.NaN) - at);
}

/** Notes when each next code of the cycle is on the strip and the frame with it was painted (two frames at the most). */
async function watchStrip(page: Page): Promise<void> {
  await page.evaluate((badges) => {
    window.benchPainted = [];
    let seen = 0;
    new MutationObserver(() => {
      const strip = document.querySelector("[data-verdict]")?.textContent ?? "";
      if (!strip.includes(badges[seen % badges.length] ?? "")) return;
      seen += 1;
      requestAnimationFrame(() => {
        const channel = new MessageChannel(); // a task behind the frame's own paint
        channel.port1.onmessage = () => window.benchPainted.push(performance.timeOrigin + performance.now());
        channel.port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, BADGES);
}

/** @returns when the last byte of each scan was written, on the same clock as the page's time origin */
async function sendScans(
  page: Page,
  count: number,
  send: (text: string) => boolean,
): Promise<readonly number[]> {
  const sent: number[] = [];
  await page.waitForTimeout(3_000); // the port is open, the machine connected
  for (let scan = 0; scan < count; scan += 1) {
    const due = performance.now() + EVERY_MS;
    if (!send(`${BADGES[scan % BADGES.length]}\r\n`)) throw new Error("The serial line took no bytes");
    sent.push(performance.timeOrigin + performance.now());
    // The schedule is the subject: scans come whether or not the one before was shown.
    await page.waitForTimeout(Math.max(0, due - performance.now()));
  }
  await page.waitForTimeout(1_000); // what is not painted by then counts as not shown
  return sent;
}
