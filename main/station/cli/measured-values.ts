import type { PieceWindow } from "../../../shared/domain/genealogy/piece-window.ts";
import type { MappingFile } from "../../../shared/domain/machines/mapping.ts";
import type { Rollup, SignalReader } from "../signals/signal-reader-port.ts";

/** What a signal came to while a piece was made. */
export interface MeasuredValue {
  readonly machineId: string;
  readonly signalId: string;
  readonly unit: string;
  /** By time. */
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

const US_PER_MS = 1_000;
const US_PER_SECOND = 1_000_000;
/** Longer windows are read by the minute. */
const LONGEST_BY_SECOND_US = 3_600 * US_PER_SECOND;
const DIGITS = 6;

/** Measures and speeds of these machines in a window, from the station's own store of signals. */
export function measuredValues(
  reader: SignalReader,
  machines: MappingFile["machines"],
  { fromUtc, toUtc }: PieceWindow,
): readonly MeasuredValue[] {
  const span = {
    fromUs: Date.parse(fromUtc) * US_PER_MS,
    toUs: Date.parse(toUtc) * US_PER_MS + US_PER_SECOND,
  };
  const level = span.toUs - span.fromUs > LONGEST_BY_SECOND_US ? "minute" : "second";
  const numbers = new Map(
    reader
      .signals()
      .map(({ machineId, signalId, number }) => [JSON.stringify([machineId, signalId]), number]),
  );
  return machines.flatMap(({ machineId, signals }) =>
    signals.flatMap(({ signalId, meaning, unit, scale = 1 }) => {
      const number = numbers.get(JSON.stringify([machineId, signalId]));
      if (number === undefined || (meaning !== "measure" && meaning !== "speed")) return [];
      const figures = figuresOf(reader.rollup(number, level, span), scale);
      return figures === undefined ? [] : [{ machineId, signalId, unit, ...figures }];
    }),
  );
}

/** @returns undefined when nothing usable was stored */
function figuresOf(rollup: Rollup, scale: number): Pick<MeasuredValue, "mean" | "min" | "max"> | undefined {
  const sum = (column: Float64Array) => column.reduce((before, value) => before + value, 0);
  const covered = sum(rollup.coveredSeconds);
  if (covered <= 0) return undefined;
  const mean = (sum(rollup.integral) / covered) * scale;
  const ends = [...rollup.min, ...rollup.max].filter(Number.isFinite).map((value) => value * scale);
  return {
    mean: rounded(mean),
    min: rounded(Math.min(mean, ...ends)),
    max: rounded(Math.max(mean, ...ends)),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
