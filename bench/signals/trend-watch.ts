import type { Page } from "@playwright/test";

declare global {
  interface Window {
    benchTrend: {
      /** From now on: the next press of a key begins the time, `lines` drawn lines and no older one end it. */
      arm(lines: number): void;
      /** Key up to painted; null: not yet. */
      paintedMs(): number | null;
    };
  }
}

/**
 * Puts the clock into the page. The time begins with the key's own time stamp; painted means that the frame with the last
 * line drawn is out and a task behind it has run, so it is never too early. Lines of before do not count: a line is one that
 * was drawn after the press.
 */
export async function watchTrend(page: Page): Promise<void> {
  await page.evaluate(() => {
    let wanted = 0;
    let up: number | null = null;
    let painted: number | null = null;
    let before = new Set<Element>();
    const lines = (): Element[] => [...document.querySelectorAll("main canvas")];
    addEventListener(
      "pointerup",
      (event) => {
        up = event.timeStamp;
      },
      true,
    );
    new MutationObserver(() => {
      const from = up;
      if (from === null || wanted === 0) return;
      const fresh = lines().filter((line) => !before.has(line));
      if (fresh.length < wanted) return;
      wanted = 0;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          painted = performance.now() - from;
        };
        channel.port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true });
    window.benchTrend = {
      arm(count) {
        before = new Set(lines());
        wanted = count;
        up = null;
        painted = null;
      },
      paintedMs: () => painted,
    };
  });
}
