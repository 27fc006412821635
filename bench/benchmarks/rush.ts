import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startSync } from "../../main/station/sync/start-sync.ts";
import { MemoryMirror } from "../../main/station/testing/memory-mirror.ts";
import { processClock } from "../../main/station/testing/process-clock.ts";
import { memoryStation, waiting } from "../../main/station/testing/test-station.ts";
import { startMesProcess } from "../../mes/testing/mes-process.ts";
import { startPostgresServer } from "../../mes/testing/postgres-server.ts";
import { processMemory } from "../measure/process-memory.ts";
import type { Metric } from "../measure/report.ts";
import { quantile } from "../measure/statistics.ts";
import { type EnrolledStation, enrolStations } from "../rush/enrol-stations.ts";

/** Two full batches and a bit: a shift without a network. */
const BACKLOG = 1_200;
const AT_WORK = "WS-AT-WORK";
const BOOKS_EVERY_MS = 500;

/** One station's sync as in the product, on an outbox in memory, and what came of it. */
interface Rusher {
  readonly book: () => void;
  readonly left: () => number;
  readonly sentAway: () => number;
  start(): void;
  stop(): Promise<void>;
}

/**
 * So many stations reconnect in the same moment (N12), each with the backlog of a shift, to a MES on PostgreSQL in a process of
 * its own, while one more station books a piece twice a second.
 */
export async function measureRush(stations: number): Promise<readonly Metric[]> {
  const server = await startPostgresServer();
  const dataFolder = mkdtempSync(join(process.cwd(), ".bench-"));
  const mes = await startMesProcess({ TAKT_DATA: dataFolder, DATABASE_URL: await server.createDatabase() });
  try {
    const names = Array.from({ length: stations }, (_, index) => `WS-${index + 1}`);
    const enrolled = await enrolStations({ url: mes.url, dataFolder }, [...names, AT_WORK]);
    return await rush(mes, enrolled);
  } finally {
    await mes.stop();
    await server.drop();
    rmSync(dataFolder, { recursive: true });
  }
}

async function rush(
  mes: { readonly url: string; readonly child: { readonly pid?: number | undefined } },
  enrolled: readonly EnrolledStation[],
): Promise<readonly Metric[]> {
  const all = enrolled.map((station) => openRusher(mes.url, station));
  const atWork = all.at(-1);
  if (atWork === undefined) throw new RangeError("No station");
  const rushers = all.slice(0, -1);
  for (const { book } of rushers) for (let booked = 0; booked < BACKLOG; booked += 1) book();
  const startedMs = performance.now();
  const drainedMs = rushers.map(() => Number.NaN);
  const waits: number[] = [];
  let mostMb = 0;
  let bookedMs: number | undefined;
  for (const { start } of all) start();
  while (drainedMs.some(Number.isNaN)) {
    await delay(20);
    const nowMs = performance.now();
    for (const [index, { left }] of rushers.entries()) {
      if (Number.isNaN(drainedMs[index]) && left() === 0) drainedMs[index] = nowMs - startedMs;
    }
    if (bookedMs !== undefined && atWork.left() === 0) {
      waits.push(nowMs - bookedMs);
      bookedMs = undefined;
    }
    const sinceStartMs = nowMs - startedMs;
    if (bookedMs === undefined && sinceStartMs / BOOKS_EVERY_MS > waits.length) {
      atWork.book();
      bookedMs = nowMs;
    }
    mostMb = Math.max(mostMb, processMemory(mes.child.pid ?? 0).rssMb);
  }
  await Promise.all(all.map(({ stop }) => stop()));
  const sentAway = rushers.reduce((sum, one) => sum + one.sentAway(), 0);
  return metricsOf({ drainedMs, waits, mostMb, sentAway });
}

function openRusher(mesUrl: string, { stationId, token }: EnrolledStation): Rusher {
  const { outbox, book } = memoryStation(stationId);
  let sentAway = 0;
  let wake: () => void = () => undefined;
  let stop: () => Promise<void> = async () => undefined;
  const count = (fields: object) => {
    if ("code" in fields && fields.code === "server") sentAway += 1;
  };
  return {
    book() {
      book(1);
      wake();
    },
    left: () => waiting(outbox),
    sentAway: () => sentAway,
    start() {
      const log = { info: () => undefined, warn: count, error: count };
      const ports = { outbox, mirror: new MemoryMirror() };
      const sync = startSync({ mesUrl, stationId, token, clock: processClock, log }, ports);
      wake = sync.wake;
      stop = sync.stop;
    },
    stop: () => stop(),
  };
}

interface Outcome {
  readonly drainedMs: readonly number[];
  readonly waits: readonly number[];
  readonly mostMb: number;
  readonly sentAway: number;
}

function metricsOf({ drainedMs, waits, mostMb, sentAway }: Outcome): readonly Metric[] {
  const base = { floor: null, ratio: null, target: null, pass: null, unit: "s" } as const;
  const last = Math.max(...drainedMs) / 1_000;
  const first = Math.min(...drainedMs) / 1_000;
  const of = `${drainedMs.length} stations with ${BACKLOG} entries each`;
  return [
    {
      ...base,
      id: "rush.drained",
      value: last,
      note: `${of}; the first of them after ${first.toFixed(1)} s`,
    },
    { ...base, id: "rush.rate", value: (drainedMs.length * BACKLOG) / last, unit: "entries/s", note: "" },
    {
      ...base,
      id: "rush.booking-p95",
      value: quantile(waits, 0.95) / 1_000,
      note: `from booked to received at a station at work meanwhile, ${waits.length} bookings`,
    },
    { ...base, id: "rush.mes-memory", value: mostMb, unit: "MB", note: "most that the MES took" },
    {
      ...base,
      id: "rush.sent-away",
      value: sentAway,
      unit: "lines",
      note: "of the stations' logs that say 503; the 1st, 2nd, 4th … of each",
    },
  ];
}
