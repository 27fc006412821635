import type { Page } from "@playwright/test";
import { openWindow } from "../../e2e/testing/open-window.ts";
import { buildStaleParts } from "../../scripts/build/build-stale-parts.ts";
import { withDisplay } from "../measure/with-display.ts";
import { barePlotsMs, bringUPlot } from "./bare-plots.ts";
import { prepareTrendStation } from "./trend-station.ts";
import { watchTrend } from "./trend-watch.ts";

const ROOT = process.cwd();
const TURNS = 15;
/** Lines on a page of the Machine screen, and the pages of eight lines. */
const PAGES = [3, 3, 2];
const [FIRST = 0, ...OTHERS] = PAGES;
const REST_MS = 450;
const PATIENCE_MS = 10_000;
/** Of the dock. */
const MACHINE_KEY = "nav button:has(svg.tabler-icon-activity-heartbeat)";
const SPAN_KEYS = "main [role=radiogroup] button";
const MORE_KEY = "main button:has(svg.tabler-icon-chevron-right)";

export interface PaintedTrends {
  /** Key "24 h" to the first page painted: eight lines read from the store, three of them drawn. */
  readonly dayMs: readonly number[];
  /** The same, and the two keys to the other five lines. */
  readonly allEightMs: readonly number[];
  /** uPlot alone with eight lines whose points are at hand, in turns with the above. */
  readonly floorMs: readonly number[];
  /** Dock key to three lines of half an hour, in a window just opened; the thread that reads is not there yet. */
  readonly firstMs: number;
}

/** 24 hours of eight signals on the real window: key, question to the station, its store, uPlot, painted. */
export async function paintedTrends(): Promise<PaintedTrends> {
  await buildStaleParts(ROOT);
  const data = prepareTrendStation();
  try {
    return await withDisplay(async () => {
      const window = await openWindow({ app: { folder: ROOT }, dataFolder: data.dataFolder });
      try {
        await window.page.waitForSelector("[data-primary]");
        return await timeTurns(window.page);
      } finally {
        await window.close();
      }
    });
  } finally {
    data.remove();
  }
}

async function timeTurns(page: Page): Promise<PaintedTrends> {
  await watchTrend(page);
  const firstMs = await timePress(page, page.locator(MACHINE_KEY), FIRST);
  await bringUPlot(page);
  const [half, day] = [page.locator(SPAN_KEYS).nth(0), page.locator(SPAN_KEYS).nth(1)];
  const dayMs: number[] = [];
  const allEightMs: number[] = [];
  const floorMs: number[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const shown = await timePress(page, day, FIRST);
    let whole = shown;
    for (const lines of OTHERS) whole += await timePress(page, page.locator(MORE_KEY), lines);
    const floor = await barePlotsMs(page);
    if (turn > 0) {
      dayMs.push(shown); // the first turn compiles what draws
      allEightMs.push(whole);
      floorMs.push(floor);
    }
    await timePress(page, page.locator(MORE_KEY), FIRST);
    await timePress(page, half, FIRST);
  }
  return { dayMs, allEightMs, floorMs, firstMs };
}

async function timePress(page: Page, key: ReturnType<Page["locator"]>, lines: number): Promise<number> {
  await page.waitForTimeout(REST_MS); // presses that follow at once are taken for a bounce
  await page.evaluate((count) => window.benchTrend.arm(count), lines);
  await key.click();
  await page.waitForFunction(() => window.benchTrend.paintedMs() !== null, undefined, {
    timeout: PATIENCE_MS,
  });
  return page.evaluate(() => window.benchTrend.paintedMs() ?? Number.NaN);
}
