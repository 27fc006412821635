import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { startPlant } from "../../e2e/plant.ts";
import { openPseudoTerminal } from "../../main/simulator/pseudo-terminal.ts";
import type { Metric } from "../measure/report.ts";
import { quantile } from "../measure/statistics.ts";
import { withDisplay } from "../measure/with-display.ts";

const SCANS = 300;
const EVERY_MS = 150;
const TARGET_P99_MS = 100;
const BADGES = ["BG1001", "BG1002", "BG1003", "BG1004", "BG1005"];

/**
 * From the last byte of a scan at the serial line to its verdict painted on the real window. Every scan is a badge, so each
 * one is a durable booking (COMMIT with synchronous=FULL) before anything is shown. Scans are sent by schedule, whether or
 * not the one before was shown.
 */
export function measureScan(): Promise<readonly Metric[]> {
  return withDisplay(async () => {
    const plant = await startPlant({ cycleMs: 4000 });
    const scannerPath = path.join(plant.dataFolder, "bench-scanner");
    const scanner = await openPseudoTerminal(scannerPath);
    try {
      await plugScanner(plant.dataFolder, scannerPath);
      const { page } = await plant.openWindow();
      await page.waitForSelector("[data-primary]");
      await watchStrip(page);
      const sent = await sendScans(page, (text) => scanner.send(Buffer.from(text)));
      const painted = await page.evaluate(() => window.benchPainted);
      return metricsOf(sent.map((at, index) => (painted[index] ?? Number.NaN) - at));
    } finally {
      await plant.close();
      await scanner.unplug();
    }
  });
}

async function plugScanner(dataFolder: string, scannerPath: string): Promise<void> {
  const file = path.join(dataFolder, "station", "station.json");
  const config = JSON.parse(await readFile(file, "utf8")) as object;
  await writeFile(file, JSON.stringify({ ...config, scanner: { path: scannerPath, baudRate: 115_200 } }));
}

declare global {
  interface Window {
    benchPainted: number[];
  }
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
async function sendScans(page: Page, send: (text: string) => boolean): Promise<readonly number[]> {
  const sent: number[] = [];
  await page.waitForTimeout(3_000); // the port is open, the machine connected
  for (let scan = 0; scan < SCANS; scan += 1) {
    const due = performance.now() + EVERY_MS;
    if (!send(`${BADGES[scan % BADGES.length]}\r\n`)) throw new Error("The serial line took no bytes");
    sent.push(performance.timeOrigin + performance.now());
    // The schedule is the subject: scans come whether or not the one before was shown.
    await page.waitForTimeout(Math.max(0, due - performance.now()));
  }
  await page.waitForTimeout(1_000); // what is not painted by then counts as not shown
  return sent;
}

function metricsOf(latenciesMs: readonly number[]): readonly Metric[] {
  const shown = latenciesMs.filter((latency) => !Number.isNaN(latency));
  const p99 = quantile(shown, 0.99);
  const base = { unit: "ms", floor: null, ratio: null };
  return [
    {
      ...base,
      id: "scan.shown",
      value: shown.length,
      unit: `of ${SCANS}`,
      target: `${SCANS}`,
      pass: shown.length === SCANS,
      note: "no scan without its verdict",
    },
    {
      ...base,
      id: "scan.p50",
      value: quantile(shown, 0.5),
      target: null,
      pass: null,
      note: "last byte to painted, commit included",
    },
    {
      ...base,
      id: "scan.p99",
      value: p99,
      target: `<= ${TARGET_P99_MS} ms`,
      pass: p99 <= TARGET_P99_MS,
      note: "perception limit",
    },
  ];
}
