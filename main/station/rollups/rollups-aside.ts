import { Worker } from "node:worker_threads";
import type { RollupSource, RollupStep } from "../sync/rollup-port.ts";
import type { RollupRequest, RollupWorkerData } from "./rollup-worker.ts";

// The source in development, its bundle beside this one in a package.
const WORKER_FILE = new URL(
  import.meta.url.endsWith(".ts") ? "./rollup-worker.ts" : "./rollup-worker.mjs",
  import.meta.url,
);

export interface RollupParts extends Pick<RollupWorkerData, "dataDir"> {
  /** As the mapping has them now. */
  readonly machines: () => RollupWorkerData["machines"];
  /** The MES has everything up to this segment. */
  readonly confirmed: RollupSource["confirmed"];
}

/** Reads roll-ups on a thread of its own, which lives from the first question to `rest`. */
export function createRollups({ dataDir, machines, confirmed }: RollupParts): RollupSource {
  let worker: Worker | undefined;
  const end = (): void => {
    const resting = worker;
    worker = undefined;
    void resting?.terminate();
  };
  return {
    async next(position, limit) {
      worker ??= startWorker({ dataDir, machines: machines() });
      try {
        return await answerOf(worker, { position, limit });
      } catch (error) {
        end();
        throw error;
      }
    },
    confirmed,
    rest: end,
  };
}

function startWorker(data: RollupWorkerData): Worker {
  const worker = new Worker(WORKER_FILE, { workerData: data });
  worker.unref(); // a station that stops does not wait for it
  return worker;
}

function answerOf(worker: Worker, request: RollupRequest): Promise<RollupStep | undefined> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void =>
      reject(new Error(`The thread of the roll-ups ended (exit ${code})`));
    worker.once("error", reject);
    worker.once("exit", ended);
    worker.once("message", (step: RollupStep | undefined) => {
      worker.off("error", reject);
      worker.off("exit", ended);
      resolve(step);
    });
    worker.postMessage(request);
  });
}
