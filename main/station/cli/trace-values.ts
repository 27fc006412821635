import { readMapping } from "../../../shared/domain/machines/read-mapping.ts";
import type { GapCause } from "../signals/signal-gap.ts";
import { createSignalReader } from "../signals/signal-reader.ts";
import { readSignalsDatabase } from "../store/signals-database.ts";
import { type MeasuredValue, measuredValues } from "./measured-values.ts";
import type { StationTools } from "./station-tools.ts";
import type { StationTrace } from "./trace-journal.ts";

/**
 * What the machines of a piece measured while it was made. Reads beside the running station, as its trends do.
 *
 * @returns none for what has no window of its own, and where nothing was stored
 */
export async function traceValues(
  { window, workUnit, partakers }: StationTrace,
  tools: StationTools,
  dataDir: string,
): Promise<readonly MeasuredValue[]> {
  if (window === null) return [];
  const storage = readSignalsDatabase<GapCause>(dataDir);
  if (storage === undefined) return [];
  const reader = createSignalReader(storage);
  try {
    const counted = partakers.filter(({ kind }) => kind === "machine").map(({ id }) => id);
    const machines = readMapping(await tools.mapping()).file?.machines ?? [];
    const own = machines.filter(({ machineId, workUnit: unit }) =>
      counted.length === 0 ? unit === workUnit : counted.includes(machineId),
    );
    return measuredValues(reader, own, window);
  } finally {
    reader.close();
  }
}
