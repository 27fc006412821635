import { openSignalsDatabase, readSignalsDatabase } from "../../store/signals-database.ts";
import { createSampleColumns, type SampleColumns } from "../sample-columns.ts";
import type { GapCause } from "../signal-gap.ts";
import { createSignalReader } from "../signal-reader.ts";
import type { SignalReader } from "../signal-reader-port.ts";
import { createSignalWriter, type SignalWriterParts } from "../signal-writer.ts";
import type { SignalWriter } from "../signal-writer-port.ts";

export const START_US = Date.UTC(2026, 10, 23) * 1000;

/** A clock that stands still until it is moved. */
export interface RigClock {
  us: number;
}

/** The real writer over the real database, with a clock of the test's own. */
export function openWriter(
  folder: string,
  clock: RigClock,
  parts: Partial<Omit<SignalWriterParts, "storage">> = {},
): SignalWriter {
  return createSignalWriter({
    storage: openSignalsDatabase<GapCause>(folder),
    nowUs: () => clock.us,
    nowMs: () => clock.us / 1_000,
    retention: { longestUs: 90 * 86_400e6, mostBytes: 2 ** 40, keepUnsent: false },
    reductionOf: () => undefined,
    mostPending: 1_000_000,
    ...parts,
  });
}

export function openReader(folder: string): SignalReader {
  const storage = readSignalsDatabase<GapCause>(folder);
  if (storage === undefined) throw new Error(`There is no signal store in ${folder}`);
  return createSignalReader(storage);
}

/** Seals all that is due. */
export function tendAll(writer: SignalWriter): void {
  while (writer.tend(1_000));
}

export interface Row {
  readonly signal: number;
  readonly atUs: number;
  readonly value: number;
  readonly status?: number;
}

export function rowsOf(rows: readonly Row[]): SampleColumns {
  const columns = createSampleColumns(rows.length);
  columns.length = rows.length;
  for (const [row, { signal, atUs, value, status }] of rows.entries()) {
    columns.signal[row] = signal;
    columns.sourceUs[row] = atUs;
    columns.serverUs[row] = atUs + 250;
    columns.arrivedUs[row] = atUs + 20_000;
    columns.value[row] = value;
    columns.status[row] = status ?? 0;
  }
  return columns;
}

/** The rows as plain values, for comparing. */
export function plain(columns: SampleColumns): readonly (readonly number[])[] {
  const rows: number[][] = [];
  for (let row = 0; row < columns.length; row += 1) {
    const of = (column: ArrayLike<number>): number => column[row] ?? 0;
    rows.push([
      of(columns.signal),
      of(columns.sourceUs),
      of(columns.serverUs),
      of(columns.arrivedUs),
      of(columns.value),
      of(columns.status),
    ]);
  }
  return rows;
}

/** One value a second for each signal, seconds from..to. */
export function seconds(signals: readonly number[], from: number, to: number): Row[] {
  const rows: Row[] = [];
  for (let second = from; second < to; second += 1) {
    for (const signal of signals) {
      rows.push({
        signal,
        atUs: START_US + second * 1e6,
        value: Math.round(1000 * Math.sin(second / 50 + signal)) / 100,
      });
    }
  }
  return rows;
}
