/**
 * The thread that reads trends: a day of eight signals is tens of milliseconds of decoding, and a booking must not wait
 * for that. Started by trends-aside.ts; answers every request by its number.
 */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import type { GapCause } from "../signals/signal-gap.ts";
import { createSignalReader } from "../signals/signal-reader.ts";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import { currentSignals } from "../store/signals-database.ts";
import { stateHistory } from "../store/state-history.ts";
import { readTrend } from "./read-trend.ts";
import { trendRequestSchema } from "./trend-request.ts";

const { dataDir } = z.strictObject({ dataDir: z.string() }).parse(workerData);
/** undefined as long as the collector has stored nothing yet; asked again with the next request */
const reader = currentSignals<GapCause, SignalReader>(dataDir, createSignalReader);

parentPort?.on("message", (message: unknown) => {
  const request = trendRequestSchema.parse(message);
  const states = stateHistory(dataDir, request.machineId, request.fromMs);
  parentPort?.postMessage({ requestId: request.requestId, trend: readTrend(reader(), request, states) });
});
