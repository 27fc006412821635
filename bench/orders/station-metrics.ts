import type { Metric } from "../measure/report.ts";
import { median, quantile } from "../measure/statistics.ts";
import type { StartPair } from "./start-run.ts";
import type { Screen, Tap } from "./tap-round.ts";

const PRESSED_LIMIT_MS = 50;
const CHANGE_LIMIT_MS = 300;
const SCAN_LIMIT_MS = 150;

export interface TapRun {
  /** Each key once in a window that has just opened. */
  readonly first: readonly Tap[];
  readonly later: readonly Tap[];
  /** Processor time of the window's main thread, a tap. */
  readonly threadMs: { readonly first: number; readonly later: number };
}

/** Per screen: the pressed look, and the change by its kind, each beside the same taps on a journal just begun. */
export function tapMetrics(run: TapRun, floor: TapRun): readonly Metric[] {
  const changed = ({ changedMs }: Tap): number | null => changedMs;
  const changing = (taps: readonly Tap[]): readonly Tap[] => taps.filter(({ change }) => change !== null);
  return [
    ...tapsOn("home", run.later, floor.later),
    ...tapsOn("run", run.later, floor.later),
    ...pair("tap.first-time", {
      values: changing(run.first),
      floor: changing(floor.first),
      of: changed,
      limitMs: CHANGE_LIMIT_MS,
    }),
    {
      id: "tap.first-time.thread",
      value: run.threadMs.first,
      unit: "ms",
      floor: run.threadMs.later,
      ratio: run.threadMs.first / run.threadMs.later,
      target: null,
      pass: null,
      note: "processor time of the window's main thread, a tap; floor: the same keys later",
    },
  ];
}

function tapsOn(on: Screen, taps: readonly Tap[], floor: readonly Tap[]): readonly Metric[] {
  const [here, there] = [taps.filter((tap) => tap.on === on), floor.filter((tap) => tap.on === on)];
  const changes = (["screen", "sheet", "booking"] as const).flatMap((change) =>
    pair(`tap.${on}.${change}`, {
      values: here.filter((tap) => tap.change === change),
      floor: there.filter((tap) => tap.change === change),
      of: ({ changedMs }) => changedMs,
      limitMs: CHANGE_LIMIT_MS,
    }),
  );
  const of = ({ pressedMs }: Tap): number | null => pressedMs;
  const pressed = pair(`tap.${on}.pressed`, { values: here, floor: there, of, limitMs: PRESSED_LIMIT_MS });
  return [...pressed, ...changes];
}

interface Sample {
  readonly values: readonly Tap[];
  readonly floor: readonly Tap[];
  readonly of: (tap: Tap) => number | null;
  readonly limitMs: number;
}

function pair(id: string, { values, floor, of, limitMs }: Sample): readonly Metric[] {
  const known = values.flatMap((tap) => of(tap) ?? []);
  const knownFloor = floor.flatMap((tap) => of(tap) ?? []);
  const unseen = values.length - known.length;
  const keys = new Set(values.map(({ key }) => key)).size;
  const [slowest] = values.toSorted((left, right) => (of(right) ?? 0) - (of(left) ?? 0));
  const note = `${known.length} taps, ${keys} keys; slowest ${Math.max(...known).toFixed(0)} ms: ${slowest?.key}`;
  return [0.5, 0.99].map((share) => {
    const value = quantile(known, share);
    const under = quantile(knownFloor, share);
    return {
      id: `${id}.p${share * 100}`,
      value,
      unit: "ms",
      floor: under,
      ratio: value / under,
      target: share === 0.5 ? null : `<= ${limitMs} ms`,
      pass: share === 0.5 ? null : value <= limitMs && unseen === 0,
      note: share === 0.5 ? note : unseen === 0 ? "" : `${unseen} taps without it`,
    };
  });
}

interface Scans {
  readonly loaded: readonly number[];
  readonly floor: readonly number[];
}

export function scanMetrics({ loaded, floor }: Scans): readonly Metric[] {
  const shown = loaded.filter((latency) => !Number.isNaN(latency));
  const under = floor.filter((latency) => !Number.isNaN(latency));
  return [0.5, 0.99].map((share) => {
    const value = quantile(shown, share);
    const base = quantile(under, share);
    return {
      id: `scan.p${share * 100}`,
      value,
      unit: "ms",
      floor: base,
      ratio: value / base,
      target: share === 0.5 ? null : `< ${SCAN_LIMIT_MS} ms`,
      pass: share === 0.5 ? null : value < SCAN_LIMIT_MS && shown.length === loaded.length,
      note: `last byte to painted, booked before; ${shown.length} of ${loaded.length} shown`,
    };
  });
}

export function startMetrics(pairs: readonly StartPair[]): readonly Metric[] {
  const ready = (run: "loaded" | "floor" | "afterCut"): number =>
    median(pairs.map((one) => one[run].readyMs));
  const rss = (run: "loaded" | "floor"): number => median(pairs.map((one) => one[run].rssMb));
  const open = { target: null, pass: null };
  const of = (value: number, floor: number): Pick<Metric, "value" | "floor" | "ratio"> => ({
    value,
    floor,
    ratio: value / floor,
  });
  const note = `${pairs.length} pairs; floor: the same station, journal just begun`;
  return [
    { id: "station.start", unit: "ms", ...of(ready("loaded"), ready("floor")), ...open, note },
    {
      id: "station.start-after-power-cut",
      unit: "ms",
      ...of(ready("afterCut"), ready("floor")),
      ...open,
      note: "every page of the journal is looked at first",
    },
    { id: "station.rss", unit: "MB", ...of(rss("loaded"), rss("floor")), ...open, note },
  ];
}
