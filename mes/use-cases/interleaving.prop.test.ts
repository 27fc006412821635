import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOrderGenealogy, readRecall } from "../queries/read-genealogy.ts";
import { readUnitsOfOrders } from "../queries/read-packed.ts";
import { listOpenAttention } from "../repositories/attention-repository.ts";
import { orderSums } from "../testing/order-sums.ts";
import { journalOfWork, type RandomWork, randomWork } from "../testing/random-plant.ts";
import type { StationJournal } from "../testing/station-journal.ts";
import { newJobOrder, newStation, send } from "../testing/test-mes.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";

/*
 * Invariant I-21 on a database: two stations of a random plant (bookings, part reversals, holds, short ends, aborts, materials, boxes that
 * are closed and opened again, corrected times)
 * and a network that cuts, repeats and reorders what they send. Whatever it does, every table ends the same.
 * The decisions alone are tried far more often in mes/ingest/interleaving.prop.test.ts.
 */

const plant = testPlantOfFile();

/** A piece of a journal, from anywhere: gaps, repeats and pieces that come too early are among them. */
const delivery = fc.record({
  station: fc.nat({ max: 1 }),
  from: fc.nat(),
  length: fc.integer({ min: 1, max: 9 }),
});
type Delivery = typeof delivery extends fc.Arbitrary<infer Value> ? Value : never;

interface Arrangement {
  readonly stations: readonly string[];
  readonly orders: readonly string[];
  readonly lots: readonly string[];
  readonly journals: readonly StationJournal[];
}

async function arrange(works: readonly RandomWork[]): Promise<Arrangement> {
  // In the order of their names, by which pages sort: the same plant twice is told in the same order.
  const stations = [await newStation(plant.mes), await newStation(plant.mes)].toSorted();
  const cut = { plannedQuantity: 40 };
  const orders: string[] = [];
  for (const _order of [1, 2, 3]) orders.push(await newJobOrder(plant.mes, cut));
  orders.sort();
  const lots = [1, 2, 3].map(() => `L-${randomUUID().slice(0, 8)}`).toSorted();
  const journals = works.map((work, index) =>
    journalOfWork(work, { orders, lots, workUnit: `CNC-${index}`, firstSerial: newRange() }),
  );
  return { stations, orders, lots, journals };
}

/** Of every station, also of the same plant again: else its SSCCs would be doubled ones. */
let ranges = 0;
function newRange(): number {
  ranges += 1;
  return ranges * 1_000;
}

async function deliver({ stations, journals }: Arrangement, deliveries: readonly Delivery[]): Promise<void> {
  for (const { station, from, length } of deliveries) {
    const journal = journals[station];
    if (journal === undefined) continue;
    const first = (from % journal.entries.length) + 1;
    await send(plant.mes, stations[station] ?? "", journal.upload(first, first + length - 1));
  }
  // A second time: the acknowledgement was lost.
  for (const [index, journal] of [...journals.entries(), ...journals.entries()])
    await send(plant.mes, stations[index] ?? "", journal.upload());
}

const TABLES: readonly (readonly [table: string, sql: string])[] = [
  ["verdicts", "SELECT station_id, seq, verdict, code FROM journal_event WHERE station_id = ANY($1::text[])"],
  ["orders", "SELECT * FROM station_order WHERE station_id = ANY($1::text[])"],
  ["measurement", "SELECT event_id, withdrawn_by FROM measurement WHERE station_id = ANY($1::text[])"],
  ["defect", "SELECT event_id, quantity, taken_back FROM defect WHERE station_id = ANY($1::text[])"],
  [
    "reversal",
    `SELECT r.reverses, r.event_id, r.quantity FROM reversal r JOIN journal_event e ON e.event_id = r.event_id
     WHERE e.station_id = ANY($1::text[])`,
  ],
];

/** All that the MES holds and shows of it, with the names that differ from one plant to the next replaced by what they name. */
async function stateOf({ stations, orders, lots, journals }: Arrangement): Promise<object> {
  const { database, vocabulary } = plant.mes;
  const rows: Record<string, unknown> = {};
  for (const [table, sql] of TABLES) rows[table] = await database.query(sql, [`{${stations.join(",")}}`]);
  rows.lines = (await listOpenAttention(database, 10_000))
    .filter(({ stationId }) => stations.includes(stationId))
    .map(({ kind, id }) => ({ kind, id }));
  for (const order of orders) {
    rows[order] = await orderSums(plant.mes, order);
    rows[`units of ${order}`] = await readUnitsOfOrders(database, [order], vocabulary);
    rows[`trace of ${order}`] = await readOrderGenealogy(database, order, { vocabulary, piece: undefined });
  }
  for (const lot of lots) rows[`recall of ${lot}`] = await readRecall(database, lot, vocabulary);
  const names = new Map<string, string>([
    ...stations.map((id, index) => [id, `station ${index}`] as const),
    ...orders.map((id, index) => [id, `order ${index}`] as const),
    ...lots.map((id, index) => [id, `lot ${index}`] as const),
    ...journals.flatMap(({ entries }, index) =>
      entries.map(({ eventId, seq }) => [eventId, `event ${index}.${seq}`] as const),
    ),
  ]);
  const named = Object.entries(rows).map(([name, value]) => [plain(name, names), sorted(value, names)]);
  return Object.fromEntries(named) as object;
}

/** The same for the same plant told twice: each of its two stations has a range of its own. */
function ssccName(serial: number): string {
  return `sscc ${Math.floor(serial / 1_000) % 2}.${serial % 1_000}`;
}

function plain(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(
      /WS-[0-9a-f]{8}|[OL]-[0-9a-f]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      (id) => names.get(id) ?? id,
    )
    .replaceAll(/34012345(\d{9})\d/g, (_, serial: string) => ssccName(Number(serial)));
}

function sorted(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (!Array.isArray(value)) return JSON.parse(plain(JSON.stringify(value ?? null), names)) as unknown;
  return value.map((row) => plain(JSON.stringify(row), names)).toSorted();
}

describe("two stations of a random plant, however their journals arrive", () => {
  test("I-21 I-4 erpnext#11000 erpnext#12971 replayed, repeated, reordered, cut: every table and page ends the same", {
    timeout: 180_000,
  }, async () => {
    const deliveries = fc.array(delivery, { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(randomWork, randomWork),
        deliveries,
        deliveries,
        async (works, one, other) => {
          const ends: object[] = [];
          for (const tries of [one, other]) {
            const arrangement = await arrange(works);
            await deliver(arrangement, tries);
            ends.push(await stateOf(arrangement));
          }
          expect(ends[1]).toEqual(ends[0]);
        },
      ),
      { numRuns: 8 },
    );
  });
});
