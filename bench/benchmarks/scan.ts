import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { startPlant } from "../../e2e/plant.ts";
import { openPseudoTerminal } from "../../main/simulator/pseudo-terminal.ts";
import { paintedScans } from "../measure/painted-scans.ts";
import type { Metric } from "../measure/report.ts";
import { quantile } from "../measure/statistics.ts";
import { withDisplay } from "../measure/with-display.ts";

const SCANS = 300;
const TARGET_P99_MS = 100;

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
      const send = (text: string): boolean => scanner.send(Buffer.from(text));
      return metricsOf(await paintedScans(page, { count: SCANS, send }));
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
