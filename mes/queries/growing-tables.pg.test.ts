import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Queries, SqlValue } from "../database/database.ts";
import type { Mes } from "../open-mes.ts";
import { readDirectives } from "../repositories/directive-repository.ts";
import { stationsWithParked } from "../repositories/parked-repository.ts";
import { deleteOldSignals } from "../repositories/signal-repository.ts";
import { databaseRoomOfFile } from "../testing/database-room.ts";
import { counted, reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, sha256 } from "../testing/station-journal.ts";
import { newJobOrder, newStation, openTestMes, send, verdictsOf } from "../testing/test-mes.ts";
import { fillYearsOfWork } from "../testing/years-of-work.ts";
import { ingestBatch } from "../use-cases/ingest-batch.ts";
import type { OrdersSource } from "./read-board.ts";
import { readFloor } from "./read-floor.ts";
import { readLotGenealogy, readOrderGenealogy, readRecall } from "./read-genealogy.ts";
import { readOrderDetail } from "./read-order-detail.ts";
import { readOrdersPage } from "./read-orders-page.ts";
import { readSerialGenealogy, readUnitPage } from "./read-units.ts";
import { readTree } from "./tree/read-tree.ts";

/*
 * Invariant: no page and no upload takes longer because the plant has worked for years.
 * Worst outcome if violated: a recall that reads the whole journal, an upload that reads every order there ever was.
 */

/** Tables with a row for each order, lot, booking or hour that ever was. */
const GROWING = [
  "attention",
  "defect",
  "directive",
  "job_order",
  "journal_event",
  "lot_use",
  "machine_gap",
  "machine_rollup",
  "made_lot",
  "master_data",
  "measurement",
  "order_progress",
  "piece_serial",
  "reversal",
  "rework_route",
  "route_news",
  "station_order",
  "station_progress",
  "unit_number",
  "unit_order",
];

const room = databaseRoomOfFile();
let mes: Mes;
let stationId: string;
let jobOrder: string;
const journal = createStationJournal();
const lot = { lotId: "LOT-1", itemId: "RING-40", quantity: "200", unit: "", revision: null };
const load = { ...lot, quantityPerPiece: "1", backflush: true, atPieces: 0, formerLotId: null };

beforeAll(async () => {
  const { server, dataFolder } = room();
  mes = await openTestMes({ dataFolder, databaseUrl: await server.createDatabase() });
  stationId = await newStation(mes);
  const route = { productionOrderId: "PO-1", sequence: 10, previousJobOrderId: null, transferQuantity: null };
  jobOrder = await newJobOrder(mes, { route });
  const on = { jobOrder, actor: "P-1001" };
  journal.record("order.started", started, on);
  journal.record("material.loaded", load, { ...on, version: 2 });
  journal.record("parts.counted", counted(5), on);
  await send(mes, stationId, journal.upload());
  // Of the kind that was made all these years: its set-ups are looked for.
  await newJobOrder(mes, {
    ...{ workUnit: "CNC-Y", item: { itemId: "I", name: "I" }, operation: { number: "1", name: "O" } },
  });
  await fillYearsOfWork(mes.database, stationId);
});
afterAll(() => mes.close());

const ordersSource = (db: Queries): OrdersSource => ({
  ...{ db, presence: mes.presence, vocabulary: mes.vocabulary, nowUtc: mes.nowUtc(), takings: mes.takings },
});

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Notes which of the growing tables are read from end to end by what is asked. */
function watched(db: Queries, walked: Set<string>): Queries {
  return {
    script: (sql) => db.script(sql),
    query: async <Row extends object>(sql: string, values: readonly SqlValue[] = []) => {
      const [told] = await db.query<{ "QUERY PLAN": readonly { Plan: PlanNode }[] }>(
        `EXPLAIN (FORMAT JSON) ${sql}`,
        values,
      );
      for (const { Plan } of told?.["QUERY PLAN"] ?? []) noteWalks(Plan, walked);
      return db.query<Row>(sql, values);
    },
  };
}

function noteWalks(node: PlanNode, walked: Set<string>): void {
  const table = node["Relation Name"] ?? "";
  if (node["Node Type"].startsWith("Seq Scan") && GROWING.includes(table)) walked.add(table);
  for (const child of node.Plans ?? []) noteWalks(child, walked);
}

async function walkedBy(ask: (db: Queries) => Promise<unknown>): Promise<readonly string[]> {
  const walked = new Set<string>();
  await ask(watched(mes.database, walked));
  return [...walked].toSorted();
}

describe("after years of work no table that grows is read from end to end", () => {
  test.each<readonly [string, (db: Queries) => Promise<unknown>]>([
    ["the floor page", (db) => readFloor(db, mes.presence, mes.nowUtc())],
    ["an order with its bookings", (db) => readOrderDetail(ordersSource(db), jobOrder)],
    [
      "the orders page",
      async (db) => {
        const asked = { search: "", workUnit: null, timeZone: "UTC", page: 1, limit: 100 };
        const page = await readOrdersPage(ordersSource(db), { ...asked, filter: "all" });
        expect(page.orders).toHaveLength(100);
        expect(page.counts).toMatchObject({ running: 1, finished: 6_000 });
      },
    ],
    ["a recall", (db) => readRecall(db, "LOT-1", mes.vocabulary)],
    ["a lot forward", (db) => readLotGenealogy(db, "LOT-1", mes.vocabulary)],
    [
      "genealogy of an order",
      async (db) => {
        const asked = { vocabulary: mes.vocabulary, piece: undefined };
        expect(await readOrderGenealogy(db, jobOrder, asked)).toMatchObject({ lots: [{ lotId: "LOT-1" }] });
      },
    ],
    [
      "a tree",
      async (db) => {
        const sources = { db, vocabulary: mes.vocabulary, presence: mes.presence };
        const tree = await readTree(sources, { kind: "lot", id: "LOT-1", direction: "both", depth: 4 });
        expect(tree?.nodes.some(({ key }) => key === `order ${jobOrder}`)).toBe(true);
      },
    ],
    ["a unit", (db) => readUnitPage(db, "SY1", mes.vocabulary)],
    ["a piece by its number", (db) => readSerialGenealogy(db, "SY1", mes.vocabulary)],
    ["directives of a station", (db) => readDirectives(db, stationId, { after: 1_005_000, limit: 100 })],
    [
      "minutes, hours and gaps that are to be forgotten",
      (db) => deleteOldSignals(db, { minutesBefore: -1, hoursBefore: -1, most: 2_000 }),
    ],
    ["what waits for another chance", (db) => stationsWithParked(db)],
  ])("%s", async (_what, ask) => {
    expect(await walkedBy(ask)).toEqual([]);
  });

  test("an upload", async () => {
    const on = { jobOrder, actor: "P-1001" };
    const first = journal.entries.length + 1;
    const booked = journal.record("quantity.reported", reported({ scrap: 2 }), on);
    journal.record("quantity.reversed", reversed(booked.eventId, { scrap: -2 }), on);
    journal.record("parts.counted", counted(1), on);
    const upload = journal.upload(first, journal.entries.length);
    const context = { sha256, vocabulary: mes.vocabulary };
    const walked = new Set<string>();
    const command = { kind: "ingest-batch", atUtc: mes.nowUtc(), stationId, upload } as const;
    const { value } = await mes.database.transaction((tx) =>
      ingestBatch(watched(tx, walked), command, context),
    );
    expect(verdictsOf(value)).toEqual(["applied", "applied", "applied"]);
    expect([...walked]).toEqual([]);
  });
});
