import type { LogLevel } from "../devices/device-events.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import type { GapCause } from "../signals/signal-gap.ts";
import { createSignalWriter } from "../signals/signal-writer.ts";
import { openSignalsDatabase } from "../store/signals-database.ts";
import { StoreError } from "../store/store-error.ts";
import { SignalRecording } from "./signal-recording.ts";

const TICK_MS = 200;
/** Everything is on the disk after a second at most. */
const TICKS_TO_FLUSH = 5;
/** So many are flushed sooner: the flush of a hundred thousand holds the loop for 80 ms. */
const MANY_ROWS = 16_384;
/** Between two turns of the event loop, so that sealing never holds up what arrives. */
const TEND_MS = 10;
const DAY_US = 86_400e6;
const RETENTION = { longestUs: 90 * DAY_US, mostBytes: 8 * 2 ** 30 };
/** A minute of 100,000 values a second. */
const MOST_PENDING = 6_000_000;

export interface Recording {
  readonly sink: SignalRecording;
  /** The MES has the roll-ups of everything up to this segment: they may be cleared away. */
  sent(upTo: number): void;
  close(): void;
}

/**
 * Opens the store of signals and keeps it flushed. A disk that takes nothing is told once, and once more when it does
 * again; meanwhile values wait in memory.
 *
 * @throws StoreError when another process writes there, or the file is unusable
 */
export function openRecording(
  { folder, keepUnsent }: { readonly folder: string; readonly keepUnsent: boolean },
  machines: readonly MachineEndpoint[],
  log: (level: LogLevel, message: string) => void,
): Recording {
  const tolerances = new Map<number, number>();
  const writer = createSignalWriter({
    storage: openSignalsDatabase<GapCause>(folder),
    nowUs,
    nowMs: () => performance.now(),
    retention: { ...RETENTION, keepUnsent },
    reductionOf: (signal) => {
      const tolerance = tolerances.get(signal);
      return tolerance === undefined ? undefined : { tolerance };
    },
    mostPending: MOST_PENDING,
  });
  const sink = new SignalRecording(machines, writer, nowUs);
  for (const [number, tolerance] of reducedSignals(machines, writer)) tolerances.set(number, tolerance);
  const flushed = toldOnce(log);
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks < TICKS_TO_FLUSH && sink.waiting < MANY_ROWS) return;
    ticks = 0;
    if (flushed(() => sink.flush())) tend();
  }, TICK_MS);
  const tend = () => {
    let hasMore = false;
    const hasRoom = flushed(() => {
      hasMore = writer.tend(TEND_MS);
    });
    if (hasRoom && hasMore) setImmediate(tend);
  };
  return {
    sink,
    sent: (upTo) => void flushed(() => writer.markSent(upTo)),
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
