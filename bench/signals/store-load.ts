import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createSampleColumns } from "../../main/station/signals/sample-columns.ts";
import type { GapCause } from "../../main/station/signals/signal-gap.ts";
import { createSignalReader } from "../../main/station/signals/signal-reader.ts";
import { createSignalWriter } from "../../main/station/signals/signal-writer.ts";
import { openSignalsDatabase, readSignalsDatabase } from "../../main/station/store/signals-database.ts";

export interface Load {
  readonly signals: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** When the first value was; some day where it does not matter. */
  readonly startUs?: number;
  /** Value of a signal at a sample. */
  readonly valueAt: (signal: number, sample: number) => number;
}

export interface StoreFigures {
  readonly values: number;
  /** As the kernel counts them for this process, log and checkpoints included, after the file was closed. */
  readonly writtenBytes: number;
  readonly fileBytes: number;
  readonly cpuUs: number;
  readonly longestFlushMs: number;
  readonly longestTendMs: number;
}

const START_US = Date.UTC(2026, 10, 23) * 1_000;
const TEND_MS = 10;

/** Runs a load through the store as the collector does, simulated seconds one after the other, then hands the folder on. */
export function runLoad<Result>(
  load: Load,
  then: (folder: string, spanUs: { fromUs: number; toUs: number }) => Result,
): { figures: StoreFigures; result: Result } {
  const folder = mkdtempSync(join(process.cwd(), ".bench-"));
  try {
    const figures = fillStore(folder, load);
    return { figures, result: then(folder, { fromUs: START_US, toUs: START_US + load.seconds * 1e6 }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes the store of signals in a folder: machine M0 has the signals s0 to s63. */
export function fillStore(folder: string, load: Load): StoreFigures {
  const startUs = load.startUs ?? START_US;
  let nowUs = startUs;
  const writer = createSignalWriter({
    storage: openSignalsDatabase<GapCause>(folder),
    nowUs: () => nowUs,
    nowMs: () => performance.now(),
    retention: { longestUs: 90 * 86_400e6, mostBytes: 2 ** 40, keepUnsent: false },
    reductionOf: () => undefined,
    mostPending: 1_000_000,
  });
  const numbers = writer
    .register(
      Array.from({ length: load.signals }, (_, index) => ({
        machineId: `M${index >> 6}`,
        signalId: `s${index}`,
      })),
    )
    .map(({ number }) => number);
  const rows = createSampleColumns(load.signals * load.perSecond);
  const before = writtenBytes();
  let cpuUs = 0;
  let longestFlushMs = 0;
  let longestTendMs = 0;
  for (let second = 0; second < load.seconds; second += 1) {
    generate(rows, numbers, { load, atUs: startUs + second * 1e6, second });
    nowUs = startUs + (second + 1) * 1e6;
    const cpu = process.cpuUsage();
    writer.append(rows);
    longestFlushMs = Math.max(
      longestFlushMs,
      timed(() => writer.flush()),
    );
    // A collector gives sealing ten milliseconds after each turn of its loop.
    for (let hasMore = true; hasMore; )
      longestTendMs = Math.max(
        longestTendMs,
        timed(() => (hasMore = writer.tend(TEND_MS))),
      );
    const used = process.cpuUsage(cpu);
    cpuUs += used.user + used.system;
  }
  writer.close();
  return {
    values: load.signals * load.perSecond * load.seconds,
    writtenBytes: writtenBytes() - before,
    fileBytes: statSync(join(folder, "signals.db")).size,
    cpuUs,
    longestFlushMs,
    longestTendMs,
  };
}

/** Values as a publishing server sends them: scanned together, arriving half a second's worth at a time. */
function generate(
  rows: ReturnType<typeof createSampleColumns>,
  numbers: readonly number[],
  { load, atUs, second }: { readonly load: Load; readonly atUs: number; readonly second: number },
): void {
  rows.length = 0;
  for (let scan = 0; scan < load.perSecond; scan += 1) {
    const sourceUs = atUs + Math.floor((scan * 1e6) / load.perSecond);
    const arrivedUs = atUs + (2 * scan < load.perSecond ? 5e5 : 1e6);
    for (const [index, number] of numbers.entries()) {
      const row = rows.length;
      rows.signal[row] = number;
      rows.sourceUs[row] = sourceUs;
      rows.serverUs[row] = sourceUs + 1_000;
      rows.arrivedUs[row] = arrivedUs;
      rows.value[row] = load.valueAt(index, second * load.perSecond + scan);
      rows.status[row] = 0;
      rows.length = row + 1;
    }
  }
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Linux counts what a process causes to be written to disks. */
function writtenBytes(): number {
  return Number(/^write_bytes: (\d+)$/m.exec(readFileSync("/proc/self/io", "utf8"))?.[1] ?? Number.NaN);
}

/** Opening the store and reading a trend of its first eight signals, from nothing to points. */
export function trendTimes(
  folder: string,
  span: { fromUs: number; toUs: number },
  times: number,
): { wallMs: number[]; cpuMs: number[] } {
  const wallMs: number[] = [];
  const cpuMs: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const storage = readSignalsDatabase<GapCause>(folder);
    if (storage === undefined) throw new Error("The store was not made");
    const reader = createSignalReader(storage);
    const signals = reader.signals().slice(0, 8);
    const trends = reader.trend({ signals: signals.map(({ number }) => number), ...span, points: 2_000 });
    reader.close();
    wallMs.push(performance.now() - start);
    const used = process.cpuUsage(cpu);
    cpuMs.push((used.user + used.system) / 1_000);
    if (trends.length !== 8) throw new Error("A trend is missing");
  }
  return { wallMs, cpuMs };
}
