import { randomUUID } from "node:crypto";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import { v7 as uuidv7 } from "uuid";
import { compose, type Station } from "../../main/station/compose.ts";
import { mappingOfConfig } from "../../main/station/config/mapping-of-config.ts";
import { parseConfig } from "../../main/station/config/read-config.ts";
import { exchangeFolder } from "../../main/station/life/exchange-folder.ts";
import { labelOutput } from "../../main/station/life/label-output.ts";
import { systemClock } from "../../main/station/record/system-clock.ts";
import { type OpenStore, openStore } from "../../main/station/store/open-store.ts";
import type { Metric } from "../measure/report.ts";
import { median, medianInterval, quantile } from "../measure/statistics.ts";

const PAIRS = 20;
const BLOCK = 200;
const TARGET = 1.6;

/**
 * One booking through the station's own path (decide, seal, journal row and projections, COMMIT with synchronous=FULL)
 * against the least a durable write can be: appending 4 KB and fdatasync, on the same disk, in turns of 200.
 */
export async function measureBooking(): Promise<readonly Metric[]> {
  // Beside the repository's own data, not in a temporary folder that may be memory.
  const folder = mkdtempSync(join(process.cwd(), ".bench-"));
  const open = openStore(folder);
  try {
    return compare(stationWithOrder(open), join(folder, "raw"));
  } finally {
    open.close();
    rmSync(folder, { recursive: true });
  }
}

function compare(station: Station, rawPath: string): readonly Metric[] {
  const raw = openSync(rawPath, "w");
  const pairs = Array.from({ length: PAIRS + 1 }, () => ({
    raw: times(() => appendDurably(raw)),
    booking: times(() => book(station)),
  })).slice(1); // the first pair warms both up
  closeSync(raw);
  station.close();
  const ratios = pairs.map((pair) => median(pair.booking) / median(pair.raw));
  const interval = medianInterval(ratios);
  const raws = pairs.flatMap((pair) => pair.raw);
  const bookings = pairs.flatMap((pair) => pair.booking);
  const tailRatio = quantile(bookings, 0.99) / quantile(raws, 0.99);
  return [
    {
      id: "booking.p50",
      value: median(bookings),
      unit: "us",
      floor: median(raws),
      ratio: median(ratios),
      target: `<= ${TARGET}x`,
      pass: interval.high <= TARGET,
      note: `95 % ${interval.low.toFixed(2)}..${interval.high.toFixed(2)}, ${PAIRS} pairs of ${BLOCK}; floor: 4 KB append + fdatasync`,
    },
    {
      id: "booking.p99",
      value: quantile(bookings, 0.99),
      unit: "us",
      floor: quantile(raws, 0.99),
      ratio: tailRatio,
      target: "<= 3x",
      pass: tailRatio <= 3,
      note: "holds the checkpoints",
    },
    {
      id: "booking.own-work",
      value: median(bookings) - median(raws),
      unit: "us",
      floor: null,
      ratio: null,
      target: null,
      pass: null,
      note: "what the station adds to the flush: decide, hash, rows, pages",
    },
  ];
}

function times(work: () => void): number[] {
  return Array.from({ length: BLOCK }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1000;
  });
}

const PAGE = Buffer.alloc(4096, 1);

function appendDurably(file: number): void {
  writeSync(file, PAGE);
  fdatasyncSync(file);
}

function book(station: Station): void {
  const input = { intentId: randomUUID(), quantity: 1, source: "pad" } as const;
  const answer = station.services.commands.execute("orders.reportGood", input);
  if (!answer.ok) throw new Error(`The booking was refused: ${answer.refusal.code}`);
}

/** A station with an order that the operator counts, started by badge and traveller as on the floor. */
function stationWithOrder(open: OpenStore): Station {
  const atUtc = new Date().toISOString();
  const order = {
    jobOrderId: "4720",
    workUnit: "CNC-2",
    item: { itemId: "RING-22", name: "Ring 22" },
    operation: { number: "30", name: "Turn" },
    plannedQuantity: 1_000_000,
    boxQuantity: 24,
    idealCycleSeconds: 4,
    dueUtc: atUtc,
    priority: 1,
    countAuthority: "operator",
    materials: [],
    characteristicIds: [],
    blockedBy: null,
    status: "released",
  };
  const person = {
    personId: "P-1",
    name: "A. Nowak",
    role: "operator",
    language: "en",
    badgeCode: "BG1",
    pinHash: "$argon2id$not-used",
  };
  open.store.applyDirectives(
    [
      { seq: 1, atUtc, kind: "job-order", id: "4720", body: order },
      { seq: 2, atUtc, kind: "person", id: "P-1", body: person },
    ],
    atUtc,
  );
  const config = parseConfig("{}", "defaults");
  const station = compose({
    config,
    machines: [mappingOfConfig(config)],
    open,
    log: pino({ level: "silent" }),
    clock: systemClock(undefined),
    newId: uuidv7,
    newEpoch: randomUUID,
    nowMs: () => performance.now(),
    version: "bench",
    exchange: exchangeFolder(null, join(open.folder, "exchange")),
    labels: labelOutput({
      folder: join(open.folder, "labels"),
      size: config.labelSizeMm,
      printer: config.labelPrinter,
    }),
    distrust(error) {
      throw error;
    },
  });
  station.scans.scan("BG1", "scanner");
  station.scans.scan("WO4720", "scanner");
  return station;
}
