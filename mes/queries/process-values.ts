import type { ProcessValue } from "../../shared/protocol/genealogy-pages.ts";

/** One stored bucket of a signal, with what the signal is. */
export interface ValueBucket {
  readonly machineId: string;
  readonly machineName: string | null;
  readonly signalId: string;
  readonly unit: string;
  /** Shown value = stored value × scale. */
  readonly scale: number;
  readonly startSeconds: number;
  readonly bucketSeconds: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly integral: number;
  readonly coveredSeconds: number;
}

/** More points than this are no longer told apart in a line as wide as a word. */
export const MOST_POINTS = 40;
const DIGITS = 6;

/**
 * Mean by time, lowest and highest of each signal, and a line of at most `MOST_POINTS` means.
 *
 * @param buckets of one length, ascending by time within each signal
 */
export function processValues(buckets: readonly ValueBucket[]): readonly ProcessValue[] {
  const groups = Map.groupBy(buckets, ({ machineId, signalId }) => JSON.stringify([machineId, signalId]));
  return [...groups.values()].flatMap((rows) => oneValue(rows) ?? []);
}

function oneValue(rows: readonly ValueBucket[]): ProcessValue | undefined {
  const [first] = rows;
  const mean = meanOf(rows);
  if (first === undefined || mean === null) return undefined;
  const lows = rows.flatMap(({ min, scale }) => (min === null ? [] : [min * scale]));
  const highs = rows.flatMap(({ max, scale }) => (max === null ? [] : [max * scale]));
  const ends = [...lows, ...highs, mean]; // a scale below zero turns lowest and highest round
  return {
    machineId: first.machineId,
    machineName: first.machineName ?? first.machineId,
    signalId: first.signalId,
    unit: first.unit,
    bucketSeconds: first.bucketSeconds,
    mean: rounded(mean),
    min: rounded(Math.min(...ends)),
    max: rounded(Math.max(...ends)),
    points: pointsOf(rows),
  };
}

/** By time: a value that stood for an hour weighs more than one that stood for a second. */
function meanOf(rows: readonly ValueBucket[]): number | null {
  const covered = rows.reduce((sum, { coveredSeconds }) => sum + coveredSeconds, 0);
  if (covered <= 0) return null;
  return rows.reduce((sum, { integral, scale }) => sum + integral * scale, 0) / covered;
}

function pointsOf(rows: readonly ValueBucket[]): (number | null)[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const slots = (last.startSeconds - first.startSeconds) / first.bucketSeconds + 1;
  const perPoint = Math.max(1, Math.ceil(slots / MOST_POINTS));
  const bySlot = Map.groupBy(rows, ({ startSeconds }) =>
    Math.floor((startSeconds - first.startSeconds) / first.bucketSeconds / perPoint),
  );
  return Array.from({ length: Math.ceil(slots / perPoint) }, (_, place) => {
    const mean = meanOf(bySlot.get(place) ?? []);
    return mean === null ? null : rounded(mean);
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
