import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "@playwright/test";
import type UPlot from "uplot";

declare global {
  interface Window {
    uPlot: typeof UPlot;
  }
}

const { resolve } = createRequire(import.meta.url);

/** Lines of as many points as the station gives for a day, as large as on the Machine screen. */
const LINES = 8;
const POINTS = 266;
const SIZE = { width: 364, height: 56 };

/** Brings uPlot itself into the page, past its policy, as nothing of the page's own may be loaded from elsewhere. */
export async function bringUPlot(page: Page): Promise<void> {
  const source = readFileSync(path.join(path.dirname(resolve("uplot")), "uPlot.iife.min.js"), "utf8");
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: `${source}; window.uPlot = uPlot;` });
}

/** The floor of painting a trend: uPlot alone, with its points at hand. @returns milliseconds until they are painted */
export async function barePlotsMs(page: Page): Promise<number> {
  return page.evaluate(
    ({ lines, points, size }) =>
      new Promise<number>((resolveMs) => {
        const at = Array.from({ length: points }, (_, point) => point);
        const values = Array.from({ length: lines }, (_, line) =>
          at.map((point) => Math.sin(point / (3 + line)) + (point % 2)),
        );
        const host = document.createElement("div");
        document.body.append(host);
        const start = performance.now();
        const plots = values.map(
          (value) =>
            new window.uPlot(
              {
                ...size,
                legend: { show: false },
                cursor: { show: false },
                axes: [{ show: false }, { show: false }],
                series: [{}, { stroke: "black", width: 2.5, points: { show: false } }],
              },
              [at, value],
              host,
            ),
        );
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            const ms = performance.now() - start;
            for (const plot of plots) plot.destroy();
            host.remove();
            resolveMs(ms);
          };
          channel.port2.postMessage(null);
        });
      }),
    { lines: LINES, points: POINTS, size: SIZE },
  );
}
