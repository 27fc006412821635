import { setTimeout as delay } from "node:timers/promises";
import type { RollupSource } from "../sync/rollup-port.ts";
import { type RunningSync, type SyncOptions, startSync } from "../sync/start-sync.ts";
import type { Outbox } from "../sync/sync-ports.ts";
import type { SyncStatus } from "../sync/sync-status.ts";
import { MemoryMirror } from "./memory-mirror.ts";
import { processClock } from "./process-clock.ts";

/** Sleeps a hundredth of what is asked, so that minutes of pauses pass in a test; order among sleeps is kept. */
export async function hastySleep(ms: number, signal: AbortSignal): Promise<void> {
  // An early end is what the signal is for.
  await delay(ms / 100, undefined, { signal }).catch(() => undefined);
}

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface SyncRig<Box extends Outbox> {
  readonly outbox: Box;
  readonly mirror: MemoryMirror;
  readonly sync: RunningSync;
  readonly statuses: SyncStatus[];
  readonly logged: LogLine[];
}

export type RigOptions<Box extends Outbox> = Pick<SyncOptions, "mesUrl" | "stationId" | "token"> &
  Partial<SyncOptions> & {
    readonly outbox: Box;
    readonly mirror?: MemoryMirror;
    readonly rollups?: RollupSource;
  };

/** The sync of one station as it is wired in the product, on the given outbox, with all it says kept. */
export function startSyncRig<Box extends Outbox>({
  outbox,
  mirror = new MemoryMirror(),
  rollups,
  ...options
}: RigOptions<Box>): SyncRig<Box> {
  const statuses: SyncStatus[] = [];
  const logged: LogLine[] = [];
  const keep = (level: LogLine["level"]) => (fields: LogLine["fields"], message: string) => {
    logged.push({ level, fields, message });
  };
  const sync = startSync(
    {
      clock: processClock,
      sleep: hastySleep,
      log: { info: keep("info"), warn: keep("warn"), error: keep("error") },
      onStatus: (status) => statuses.push(status),
      ...options,
    },
    { outbox, mirror, rollups },
  );
  return { outbox, mirror, sync, statuses, logged };
}
