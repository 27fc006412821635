import type { Page } from "@playwright/test";
import { type OpenWindow, openWindow } from "../../e2e/testing/open-window.ts";
import { openPseudoTerminal } from "../../main/simulator/pseudo-terminal.ts";
import { mainThreadOf } from "../measure/main-thread.ts";
import { paintedScans } from "../measure/painted-scans.ts";
import type { Metric } from "../measure/report.ts";
import { withDisplay } from "../measure/with-display.ts";
import { builtStation, type StartPair, type StartRun, startRun } from "./start-run.ts";
import { prepareStation, type StationData } from "./station-data.ts";
import { scanMetrics, startMetrics, type TapRun, tapMetrics } from "./station-metrics.ts";
import { type Tap, tapEveryKey } from "./tap-round.ts";
import { watchTaps } from "./tap-watch.ts";

const ROOT = process.cwd();
const EVENTS = 200_000;
/** The order on the machine and who works it, and no other: what a window needs to show the same keys. */
const EMPTY = 5;
const START_PAIRS = 5;
const TAP_ROUNDS = 5;
const FLOOR_ROUNDS = 3;
const SCANS = 150;
/** Who is at work in the journal. */
const BADGE = "BG1001";
const BADGE_OWNER = "A. Nowak";
/** The station opens its scanner's port beside its start. */
const PORT_OPENS_MS = 3_000;

/**
 * The station of a month: its start, every key of Station home and Order run, and scans, on the real window; beside it the
 * same with a journal that has just begun.
 */
export async function measureStation(): Promise<readonly Metric[]> {
  const loaded = prepareStation(EVENTS);
  const empty = prepareStation(EMPTY);
  try {
    const starts = await timeStarts(loaded, empty);
    return await withDisplay(async () => {
      const floor = await tapped(empty, FLOOR_ROUNDS);
      const taps = await tapped(loaded, TAP_ROUNDS);
      const scans = { floor: await scanned(empty), loaded: await scanned(loaded) };
      return [...tapMetrics(taps, floor), ...scanMetrics(scans), ...startMetrics(starts)];
    });
  } finally {
    loaded.remove();
    empty.remove();
  }
}

async function timeStarts(loaded: StationData, empty: StationData): Promise<readonly StartPair[]> {
  const program = await builtStation();
  const run = (data: StationData, end: "SIGTERM" | "SIGKILL"): Promise<StartRun> =>
    startRun(data.dataFolder, { program, end });
  await run(empty, "SIGTERM"); // the first one makes keys
  await run(loaded, "SIGTERM");
  const pairs: StartPair[] = [];
  for (let pair = 0; pair < START_PAIRS; pair += 1) {
    const floor = await run(empty, "SIGTERM");
    pairs.push({ floor, loaded: await run(loaded, "SIGKILL"), afterCut: await run(loaded, "SIGTERM") });
  }
  return pairs;
}

async function inWindow<Result>(
  { dataFolder }: StationData,
  work: (window: OpenWindow) => Promise<Result>,
): Promise<Result> {
  const window = await openWindow({ app: { folder: ROOT }, dataFolder });
  try {
    await window.page.waitForSelector("[data-primary]");
    return await work(window);
  } finally {
    await window.close();
  }
}

async function tapRounds(page: Page, rounds: number): Promise<TapRun> {
  await watchTaps(page);
  const worked = await mainThreadOf(page);
  const openedMs = await worked();
  const round = async (): Promise<readonly Tap[]> => [
    ...(await tapEveryKey(page, "home")),
    ...(await tapEveryKey(page, "run")),
  ];
  const first = await round();
  const firstMs = await worked();
  const later: Tap[] = [];
  for (let count = 0; count < rounds; count += 1) later.push(...(await round()));
  const threadMs = {
    first: (firstMs - openedMs) / first.length,
    later: ((await worked()) - firstMs) / later.length,
  };
  return { first, later, threadMs };
}

/** Rights end with a restart (ST-8), so whoever works scans the badge first, as in the morning. */
async function tapped(data: StationData, rounds: number): Promise<TapRun> {
  return besideScanner(data, async ({ page }, send) => {
    await page.waitForTimeout(PORT_OPENS_MS);
    send(`${BADGE}\r\n`);
    await page.getByTestId("person-key").filter({ hasText: BADGE_OWNER }).waitFor();
    return tapRounds(page, rounds);
  });
}

async function scanned(data: StationData): Promise<readonly number[]> {
  return besideScanner(data, ({ page }, send) => paintedScans(page, { count: SCANS, send }));
}

type Send = (text: string) => boolean;

async function besideScanner<Result>(
  data: StationData,
  work: (window: OpenWindow, send: Send) => Promise<Result>,
): Promise<Result> {
  const scanner = await openPseudoTerminal(data.scannerPath);
  try {
    return await inWindow(data, (window) => work(window, (text) => scanner.send(Buffer.from(text))));
  } finally {
    await scanner.unplug();
  }
}
