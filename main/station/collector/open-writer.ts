import type { LogLevel } from "../devices/device-events.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import type { GapCause } from "../signals/signal-gap.ts";
import { createSignalWriter } from "../signals/signal-writer.ts";
import type { SignalWriter } from "../signals/signal-writer-port.ts";
import { isSignalDamage, openSignalsDatabase, setSignalsAside } from "../store/signals-database.ts";
import { nowUs } from "./now-us.ts";

const DAY_US = 86_400e6;
const RETENTION = { longestUs: 90 * DAY_US, mostBytes: 8 * 2 ** 30 };
/** A minute of 100,000 values a second. */
const MOST_PENDING = 6_000_000;

export interface WriterParts {
  readonly folder: string;
  readonly keepUnsent: boolean;
  readonly machines: readonly MachineEndpoint[];
  readonly log: (level: LogLevel, message: string) => void;
}

/**
 * Opens the store of signals. One that is damaged is put aside first, never deleted.
 *
 * @throws StoreError when another process writes there, the disk takes nothing, or a newer program wrote it
 */
export function openWriter(parts: WriterParts): SignalWriter {
  try {
    return openWriterOn(parts);
  } catch (failure) {
    if (!isSignalDamage(failure)) throw failure;
    return beginAnew(parts, failure);
  }
}

/** A fresh store in place of a damaged one that nobody has open. What the old one held is a gap of the new one. */
export function beginAnew(parts: WriterParts, damage: unknown): SignalWriter {
  const { file, sinceMs } = setSignalsAside(parts.folder, new Date());
  const writer = openWriterOn(parts);
  const untilUs = nowUs();
  const fromUs = Math.max(Math.min(sinceMs * 1_000, untilUs - 1), untilUs - RETENTION.longestUs);
  writer.recordGap({ machineId: null, signal: null, fromUs, toUs: untilUs, cause: "damaged" });
  writer.flush();
  const why = damage instanceof Error ? damage.message : String(damage);
  parts.log(
    "error",
    `The store of signals was damaged (${why}). It was put aside as ${file}, and a new one was begun; bookings are not affected`,
  );
  return writer;
}

function openWriterOn({ folder, keepUnsent, machines }: WriterParts): SignalWriter {
  const storage = openSignalsDatabase<GapCause>(folder);
  try {
    const tolerances = new Map<number, number>();
    const writer = createSignalWriter({
      storage,
      nowUs,
      nowMs: () => performance.now(),
      retention: { ...RETENTION, keepUnsent },
      reductionOf: (signal) => {
        const tolerance = tolerances.get(signal);
        return tolerance === undefined ? undefined : { tolerance };
      },
      mostPending: MOST_PENDING,
    });
    for (const [number, tolerance] of registered(machines, writer)) tolerances.set(number, tolerance);
    return writer;
  } catch (failure) {
    storage.close(); // with it goes the lock
    throw failure;
  }
}

/** All signals, here already: what is wrong with their table shows while another store can still be begun. */
function registered(
  machines: readonly MachineEndpoint[],
  writer: SignalWriter,
): readonly (readonly [number, number])[] {
  return machines.flatMap(({ machineId, signals }) => {
    const numbers = writer.register(signals.map(({ signalId }) => ({ machineId, signalId })));
    return signals.flatMap(({ tolerance }, index) => {
      const number = numbers[index]?.number;
      return tolerance === undefined || number === undefined ? [] : [[number, tolerance] as const];
    });
  });
}
