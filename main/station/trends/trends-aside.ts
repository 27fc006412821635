import { Worker } from "node:worker_threads";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MachineTrendInput } from "../../../shared/screen/machine-trend.ts";
import type { ReadTrend, TrendRequest } from "./trend-request.ts";

// The source in development, its bundle beside this one in a package.
const WORKER_FILE = new URL(
  import.meta.url.endsWith(".ts") ? "./trend-worker.ts" : "./trend-worker.mjs",
  import.meta.url,
);
/** Nobody looks at a Machine screen any more: the thread gives its memory back. */
const IDLE_MS = 60_000;

export interface TrendParts {
  readonly dataDir: string;
  readonly machines: readonly MachineMapping[];
  readonly nowMs: () => number;
  /** The store of signals cannot be read: pictures are missing, nothing else. */
  readonly failed: (error: unknown) => void;
}

interface Waiting {
  readonly resolve: (trend: ReadTrend) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads trends on a thread of its own, which lives as long as somebody asks. Requests of one moment queue there. */
export function createTrends({
  dataDir,
  machines,
  nowMs,
  failed,
}: TrendParts): (input: MachineTrendInput) => Promise<ReadTrend> {
  let worker: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(WORKER_FILE, { workerData: { dataDir } });
    started.unref(); // a station that stops does not wait for it
    started.on("message", ({ requestId, trend }: { requestId: number; trend: ReadTrend }) => {
      waiting.get(requestId)?.resolve(trend);
      waiting.delete(requestId);
    });
    const ended = (error: unknown): void => {
      if (worker === started) worker = undefined;
      if (waiting.size > 0) failed(error);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.once("error", ended);
    started.once("exit", (code) => {
      if (worker === started) ended(new Error(`The thread of the trends ended (exit ${code})`));
    });
    return started;
  }

  function restLater(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (waiting.size > 0) return restLater();
      const resting = worker;
      worker = undefined;
      void resting?.terminate();
    }, IDLE_MS).unref();
  }

  return (input) => {
    worker ??= start();
    restLater();
    lastId += 1;
    const request = requestOf(input, machines, { requestId: lastId, nowMs: nowMs() });
    const thread = worker;
    return new Promise((resolve, reject) => {
      waiting.set(request.requestId, { resolve, reject });
      thread.postMessage(request);
    });
  };
}

function requestOf(
  { machineId, signalIds, spanMs, points, withAlarms = false }: MachineTrendInput,
  machines: readonly MachineMapping[],
  { requestId, nowMs }: { readonly requestId: number; readonly nowMs: number },
): TrendRequest {
  const machine = machines.find((one) => one.machineId === machineId);
  const mapped = machine?.signals ?? [];
  const scaleOf = (signalId: string): number =>
    mapped.find((signal) => signal.signalId === signalId)?.scale ?? 1;
  return {
    requestId,
    machineId,
    signals: signalIds.map((signalId) => ({ signalId, scale: scaleOf(signalId) })),
    fromMs: nowMs - spanMs,
    toMs: nowMs,
    points,
    alarmSources: withAlarms ? (machine?.alarmSources ?? []) : [],
    alarmSignals: withAlarms ? mapped.filter(({ meaning }) => meaning === "alarm") : [],
  };
}
