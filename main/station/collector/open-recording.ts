import type { LogLevel } from "../devices/device-events.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import type { GapCause } from "../signals/signal-gap.ts";
import { createSignalWriter } from "../signals/signal-writer.ts";
import { openSignalsDatabase } from "../store/signals-database.ts";
import { StoreError } from "../store/store-error.ts";
import { SignalRecording } from "./signal-recording.ts";

const FLUSH_EVERY_MS = 1_000;
/** Between two turns of the event loop, so that sealing never holds up what arrives. */
const TEND_MS = 10;
const DAY_US = 86_400e6;
const RETENTION = { longestUs: 90 * DAY_US, mostBytes: 8 * 2 ** 30, keepUnsent: false };
/** A minute of 100,000 values a second. */
const MOST_PENDING = 6_000_000;

export interface Recording {
  readonly sink: SignalRecording;
  close(): void;
}

/**
 * Opens the store of signals and keeps it flushed. A disk that takes nothing is told once, and once more when it does
 * again; meanwhile values wait in memory.
 *
 * @throws StoreError when another process writes there, or the file is unusable
 */
export function openRecording(
  folder: string,
  machines: readonly MachineEndpoint[],
  log: (level: LogLevel, message: string) => void,
): Recording {
  const tolerances = new Map<number, number>();
  const writer = createSignalWriter({
    storage: openSignalsDatabase<GapCause>(folder),
    nowUs,
    nowMs: () => performance.now(),
    retention: RETENTION,
    reductionOf: (signal) => {
      const tolerance = tolerances.get(signal);
      return tolerance === undefined ? undefined : { tolerance };
    },
    mostPending: MOST_PENDING,
  });
  const sink = new SignalRecording(machines, writer, nowUs);
  for (const [number, tolerance] of reducedSignals(machines, writer)) tolerances.set(number, tolerance);
  const flushed = toldOnce(log);
  const timer = setInterval(() => {
    if (flushed(() => sink.flush())) tend();
  }, FLUSH_EVERY_MS);
  const tend = () => {
    if (writer.tend(TEND_MS)) setImmediate(tend);
  };
  return {
    sink,
    close() {
      clearInterval(timer);
      flushed(() => sink.flush());
      flushed(() => writer.close());
    },
  };
}

function reducedSignals(
  machines: readonly MachineEndpoint[],
  writer: ReturnType<typeof createSignalWriter>,
): readonly (readonly [number, number])[] {
  return machines.flatMap(({ machineId, signals }) =>
    signals.flatMap(({ signalId, tolerance }) => {
      if (tolerance === undefined) return [];
      const [registered] = writer.register([{ machineId, signalId }]);
      return registered === undefined ? [] : [[registered.number, tolerance] as const];
    }),
  );
}

/** @returns runs work and tells whether it could; says so when that changes */
function toldOnce(log: (level: LogLevel, message: string) => void): (work: () => void) => boolean {
  let isFailing = false;
  return (work) => {
    try {
      work();
    } catch (failure) {
      if (!(failure instanceof StoreError)) throw failure;
      if (!isFailing) log("error", `Signals cannot be stored and wait in memory: ${failure.message}`);
      isFailing = true;
      return false;
    }
    if (isFailing) log("info", "Signals are stored again");
    isFailing = false;
    return true;
  };
}

function nowUs(): number {
  return Date.now() * 1_000;
}
