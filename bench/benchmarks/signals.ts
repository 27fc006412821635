import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copyRows, createSampleColumns } from "../../main/station/signals/sample-columns.ts";
import type { Metric } from "../measure/report.ts";
import { median, medianInterval } from "../measure/statistics.ts";
import { gorillaBytes } from "../signals/gorilla.ts";
import { type PaintedTrends, paintedTrends } from "../signals/painted-trend.ts";
import { nab, processTags, type Recording, simulatedDay, skab } from "../signals/recordings.ts";
import { assertExact, decodeAll, sealed } from "../signals/sealed-recordings.ts";
import { sqliteRowBytes } from "../signals/sqlite-rows.ts";
import { runLoad, type StoreFigures, trendTimes } from "../signals/store-load.ts";
import { spanOf, thinned } from "../signals/thinning.ts";

const DECODE_TURNS = 15;
const TREND_TURNS = 15;

/** The signal store: bytes per sample, decoding, bytes written per value, a day's trend, and what the parts are measured against. */
export async function measureSignals(): Promise<readonly Metric[]> {
  const day = simulatedDay();
  return [
    ...densityOf("skab", skab(), 2.0),
    ...densityOf("nab", nab(), null),
    ...densityOf("day", day, null),
    ...thinning(),
    ...decoding(skab() ?? day),
    ...writing(),
    ...trend(day),
    ...paintedMetrics(await paintedTrends()),
  ];
}

function densityOf(
  set: string,
  recordings: readonly Recording[] | undefined,
  goal: number | null,
): readonly Metric[] {
  if (recordings === undefined) {
    return [
      plain(`${set}.bytes`, Number.NaN, "B/sample", "NOT MEASURED: the data set is not there, see TAKT_DATA"),
    ];
  }
  const segments = sealed(recordings);
  assertExact(recordings, segments);
  const samples = decodeAll(segments, () => undefined);
  const ours = segments.reduce((sum, { length }) => sum + length, 0) / samples;
  const gorilla =
    recordings
      .flatMap(({ signals }) => signals)
      .reduce((sum, { atUs, value }) => sum + gorillaBytes(atUs, value), 0) / samples;
  const rows = sqliteRowBytes(recordings) / samples;
  return [
    {
      ...plain(
        `${set}.bytes`,
        ours,
        "B/sample",
        `${samples} samples with their times, each came back bit for bit`,
      ),
      target: goal === null ? null : `<= ${goal.toFixed(1)} B`,
      pass: goal === null ? null : ours <= goal,
    },
    against(
      `signals.${set}.gorilla`,
      { ours, other: gorilla, factor: 3 },
      "Gorilla: times and values, bits only",
    ),
    against(
      `signals.${set}.rows`,
      { ours, other: rows, factor: 10 },
      "a row per sample in SQLite, WITHOUT ROWID, vacuumed",
    ),
  ];
}

interface Compared {
  readonly ours: number;
  readonly other: number;
  /** How many times smaller ours should be. */
  readonly factor: number;
}

function against(id: string, { ours, other, factor }: Compared, note: string): Metric {
  const ratio = ours / other;
  const target = `<= 1/${factor}`;
  return { id, value: ours, unit: "B/sample", floor: other, ratio, target, pass: ratio <= 1 / factor, note };
}

/** Half a percent of the span of each tag. Averages come from roll-ups made before thinning, so they have no error of it. */
function thinning(): readonly Metric[] {
  return processTags().flatMap(({ name, ...signal }) => {
    const span = spanOf(signal.value);
    const { ours, door } = thinned(signal, 0.005 * span);
    const share = (error: number): string => `${((100 * error) / span).toFixed(3)} % of span`;
    return [
      {
        ...plain(
          `thinning.${name}`,
          ours.ratio,
          "samples/point",
          `farthest sample at ${ours.farthest.toFixed(3)} of the tolerance (swinging door ${door.farthest.toFixed(3)}); an hour's average read off the line would be wrong by ${share(ours.averageError)} (door ${share(door.averageError)})`,
        ),
        floor: door.ratio,
        ratio: ours.ratio / door.ratio,
        target: ">= 20",
        pass: ours.ratio >= 20 && ours.farthest <= 1,
      },
    ];
  });
}

/** Processor time, since other programs may be at work; the floor is copying as many doubles. */
function decoding(recordings: readonly Recording[]): readonly Metric[] {
  const segments = sealed(recordings);
  let sum = 0;
  const rates: number[] = [];
  const floors: number[] = [];
  for (let turn = 0; turn <= DECODE_TURNS; turn += 1) {
    const cpu = process.cpuUsage();
    let samples = 0;
    for (let again = 0; again < 12; again += 1) {
      samples += decodeAll(segments, ({ value }) => {
        sum += value[0] ?? 0;
      });
    }
    const { user, system } = process.cpuUsage(cpu);
    if (turn > 0) rates.push(samples / (user + system));
    if (turn > 0) floors.push(copyingRate(samples));
  }
  const { low, high } = medianInterval(rates);
  const note = `of processor time, times and status included, checksums checked; 95 % ${low.toFixed(1)}..${high.toFixed(1)}${sum === 0 ? "?" : ""}; floor: copying as many rows of columns`;
  const [value, floor] = [median(rates), median(floors)];
  const figures = { ...plain("decode", value, "M samples/s", note), floor, ratio: value / floor };
  return [{ ...figures, target: ">= 20", pass: low >= 20 }];
}

const COPIED_AT_ONCE = 4_096;

/** Million samples a second when their columns are only copied, a chunk at a time. */
function copyingRate(samples: number): number {
  const from = createSampleColumns(COPIED_AT_ONCE);
  const into = createSampleColumns(COPIED_AT_ONCE);
  from.length = COPIED_AT_ONCE;
  const cpu = process.cpuUsage();
  for (let copied = 0; copied < samples; copied += COPIED_AT_ONCE) {
    into.length = 0;
    copyRows(into, from);
  }
  const { user, system } = process.cpuUsage(cpu);
  return samples / (user + system);
}

/** 10,000 values a second for seven minutes of the store's time: a thousand signals, ten a second, three decimals. */
function writing(): readonly Metric[] {
  const random = new Float64Array(65_536).map(() => randomBytes(4).readUInt32LE() / 2 ** 32);
  const { figures } = runLoad(
    {
      signals: 1_000,
      perSecond: 10,
      seconds: 420,
      valueAt: (signal, sample) => {
        const noise = random[(signal * 7_919 + sample * 104_729) & 65_535] ?? 0;
        return (
          Math.round((20 + (signal % 70) + 5 * Math.sin(sample / 300 + signal) + 0.2 * noise) * 1_000) / 1_000
        );
      },
    },
    () => undefined,
  );
  return writeMetrics(figures);
}

function writeMetrics({
  values,
  writtenBytes,
  fileBytes,
  cpuUs,
  longestFlushMs,
  longestTendMs,
}: StoreFigures): readonly Metric[] {
  const written = writtenBytes / values;
  return [
    {
      ...plain(
        "write.bytes",
        written,
        "B/value",
        "1,000 signals x 10/s, log and checkpoints included, kernel's count; floor: the closed file, written once",
      ),
      floor: fileBytes / values,
      ratio: writtenBytes / fileBytes,
      target: "<= 12 B",
      pass: written <= 12,
    },
    plain(
      "write.file",
      fileBytes / values,
      "B/value",
      "the file after closing, roll-ups and free pages included",
    ),
    plain("write.cpu", cpuUs / values, "us/value", "processor time of appending, flushing and sealing"),
    plain("write.longest-flush", longestFlushMs, "ms", "10,000 values at once, wall clock"),
    plain("write.longest-turn", longestTendMs, "ms", "the longest turn of sealing, wall clock"),
  ];
}

function trend(recordings: readonly Recording[]): readonly Metric[] {
  const signals = recordings[0]?.signals ?? [];
  const { result } = runLoad(
    {
      signals: 8,
      perSecond: 1,
      seconds: 86_400,
      valueAt: (signal, sample) => signals[signal]?.value[sample] ?? 0,
    },
    (folder, span) => ({
      ...trendTimes(folder, span, TREND_TURNS + 1),
      floorMs: Array.from({ length: TREND_TURNS }, () => readingMs(join(folder, "signals.db"))),
    }),
  );
  const wall = result.wallMs.slice(1);
  const cpu = median(result.cpuMs.slice(1));
  const { high } = medianInterval(wall);
  const floor = median(result.floorMs);
  return [
    {
      ...plain(
        "trend.day",
        median(wall),
        "ms",
        `24 h of 8 signals (86,400 samples each) from closed file to points, without painting; processor time ${cpu.toFixed(0)} ms; floor: reading the file`,
      ),
      floor,
      ratio: median(wall) / floor,
      target: "<= 100 ms",
      pass: high <= 100,
    },
  ];
}

/** On the screen three lines have room at a time, so eight take three keys: their sum is what is judged. */
function paintedMetrics({ dayMs, allEightMs, floorMs, firstMs }: PaintedTrends): readonly Metric[] {
  const { high } = medianInterval(allEightMs);
  const note = `${allEightMs.length} times on the real window: key up to frame out, over the station's rpc, from its store`;
  return [
    {
      ...plain(
        "trend.painted",
        median(allEightMs),
        "ms",
        `${note}; all eight lines on three pages, summed; floor: bare uPlot with eight ready lines`,
      ),
      floor: median(floorMs),
      ratio: median(allEightMs) / median(floorMs),
      target: "<= 100 ms",
      pass: high <= 100,
    },
    plain("trend.painted.page", median(dayMs), "ms", "of it the first key: eight lines read, three drawn"),
    plain(
      "trend.painted.first",
      firstMs,
      "ms",
      "once: the Machine screen of a window just opened, 30 minutes",
    ),
  ];
}

function readingMs(file: string): number {
  const start = performance.now();
  readFileSync(file);
  return performance.now() - start;
}

function plain(id: string, value: number, unit: string, note: string): Metric {
  return { id: `signals.${id}`, value, unit, floor: null, ratio: null, target: null, pass: null, note };
}
