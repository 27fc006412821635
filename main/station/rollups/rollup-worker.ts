/**
 * The thread that reads roll-ups for the MES: unsealed minutes are decoded from samples, and a booking must not wait for
 * that. Started by rollups-aside.ts; one request at a time.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { GapCause } from "../signals/signal-gap.ts";
import { createSignalReader } from "../signals/signal-reader.ts";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import { currentSignals } from "../store/signals-database.ts";
import type { RollupPosition } from "../sync/rollup-port.ts";
import { nextParcel } from "./next-parcel.ts";

/** What the thread is started with. */
export interface RollupWorkerData {
  readonly dataDir: string;
  readonly machines: readonly MachineMapping[];
}

export interface RollupRequest {
  readonly position: RollupPosition;
  readonly limit: number;
}

// Both ends are of this program and of one build, so what arrives is what was sent.
const { dataDir, machines } = workerData as RollupWorkerData;
/** undefined as long as the collector has stored nothing yet */
const current = currentSignals<GapCause, SignalReader>(dataDir, createSignalReader);

parentPort?.on("message", ({ position, limit }: RollupRequest) => {
  const reader = current();
  parentPort?.postMessage(
    reader === undefined ? undefined : nextParcel(position, { reader, machines, limit }),
  );
});
