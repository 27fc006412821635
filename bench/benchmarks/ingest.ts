import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../mes/database/database.ts";
import type { Mes } from "../../mes/open-mes.ts";
import { startPostgresServer } from "../../mes/testing/postgres-server.ts";
import { counted, defect, measured, reported, reversed, started } from "../../mes/testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../../mes/testing/station-journal.ts";
import { newJobOrder, newStation, openTestMes, send } from "../../mes/testing/test-mes.ts";
import { MAX_BATCH_EVENTS } from "../../shared/protocol/messages.ts";
import type { Metric } from "../measure/report.ts";
import { median, medianInterval, quantile } from "../measure/statistics.ts";

const BATCHES = 40;
const WARM_UP_BATCHES = 4;

/**
 * Full batches of a worked order through the MES's own path (check, judge, store, effects, durable commit), on each of
 * its databases, in turns with the least that storing them can be: the same rows in one INSERT and one commit.
 */
export async function measureIngest(): Promise<readonly Metric[]> {
  const server = await startPostgresServer();
  try {
    return [
      ...(await measureOn("pglite", undefined)),
      ...(await measureOn("postgresql", await server.createDatabase())),
    ];
  } finally {
    await server.drop();
  }
}

async function measureOn(name: string, databaseUrl: string | undefined): Promise<readonly Metric[]> {
  // Beside the repository's own data, not in a temporary folder that may be memory.
  const dataFolder = mkdtempSync(join(process.cwd(), ".bench-"));
  const mes = await openTestMes({ dataFolder, databaseUrl });
  try {
    return metricsOf(name, await timeBatches(mes));
  } finally {
    await mes.close();
    rmSync(dataFolder, { recursive: true });
  }
}

interface Pair {
  readonly ingestMs: number;
  readonly floorMs: number;
}

async function timeBatches(mes: Mes): Promise<readonly Pair[]> {
  const stationId = await newStation(mes);
  const journal = workedOrder(await newJobOrder(mes));
  await mes.database.script("CREATE TABLE bench_floor (LIKE journal_event)");
  const pairs: Pair[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const first = batch * MAX_BATCH_EVENTS + 1;
    const upload = journal.upload(first, first + MAX_BATCH_EVENTS - 1);
    const floorMs = await timed(() => storeRows(mes.database, upload.events));
    const ingestMs = await timed(async () => {
      const { kind } = await send(mes, stationId, upload);
      if (kind !== "acknowledged") throw new Error(`The batch was answered with ${kind}`);
    });
    pairs.push({ ingestMs, floorMs });
  }
  return pairs.slice(WARM_UP_BATCHES);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function storeRows(database: Database, events: readonly object[]): Promise<void> {
  await database.query(
    `INSERT INTO bench_floor (arrival, station_id, epoch, seq, event_id, intent_id, type, version, at_utc, mono_ns,
       boot_id, clock_state, auth, work_unit, payload, prev_hash, hash, received_at, verdict)
     SELECT seq, 'floor', epoch, seq, "eventId", "intentId", type, version, "atUtc", "monoNs", "bootId", "clockState",
       auth, "workUnit", payload, "prevHash", hash, now(), 'applied'
     FROM json_to_recordset($1::text::json) AS entry (epoch text, seq bigint, "eventId" text, "intentId" text,
       type text, version bigint, "atUtc" text, "monoNs" text, "bootId" text, "clockState" text, auth text,
       "workUnit" text, payload text, "prevHash" text, hash text)`,
    [JSON.stringify(events)],
  );
}

/** Ten events in turn, as a day at a machine brings them: counts, stops, bookings, one taken back, checks, defects. */
function workedOrder(jobOrder: string): StationJournal {
  const journal = createStationJournal();
  const on = { jobOrder };
  journal.record("order.started", started, on);
  while (journal.entries.length < BATCHES * MAX_BATCH_EVENTS) {
    for (let piece = 1; piece <= 4; piece += 1) journal.record("parts.counted", counted(piece), on);
    journal.record("machine.state-changed", { state: "stopped", was: "running", raw: 1, sourceUtc: null });
    journal.record("machine.state-changed", { state: "running", was: "stopped", raw: 3, sourceUtc: null });
    const { eventId } = journal.record("quantity.reported", reported({ scrap: 2 }), on);
    journal.record("quantity.reversed", reversed(eventId, { scrap: -2 }), on);
    journal.record("measurement.recorded", measured(), on);
    journal.record("defect.logged", defect(1, "scrap"), on);
  }
  return journal;
}

function metricsOf(name: string, pairs: readonly Pair[]): readonly Metric[] {
  const ingest = pairs.map(({ ingestMs }) => ingestMs);
  const floor = pairs.map(({ floorMs }) => floorMs);
  const ratios = pairs.map(({ ingestMs, floorMs }) => ingestMs / floorMs);
  const { low, high } = medianInterval(ratios);
  const untargeted = { target: null, pass: null } as const;
  return [
    {
      id: `ingest.${name}.batch-p50`,
      value: median(ingest),
      unit: "ms",
      floor: median(floor),
      ratio: median(ratios),
      ...untargeted,
      note: `95 % ${low.toFixed(2)}..${high.toFixed(2)}, ${pairs.length} batches of ${MAX_BATCH_EVENTS}; floor: the same rows in one INSERT and commit`,
    },
    {
      id: `ingest.${name}.batch-p90`,
      value: quantile(ingest, 0.9),
      unit: "ms",
      floor: quantile(floor, 0.9),
      ratio: quantile(ingest, 0.9) / quantile(floor, 0.9),
      ...untargeted,
      note: "",
    },
    {
      id: `ingest.${name}.rate`,
      value: (MAX_BATCH_EVENTS * 1_000) / median(ingest),
      unit: "events/s",
      floor: (MAX_BATCH_EVENTS * 1_000) / median(floor),
      ratio: null,
      ...untargeted,
      note: "one station, one batch after the other, at the median",
    },
  ];
}
