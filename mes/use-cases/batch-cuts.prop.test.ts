import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted, defect, measured, reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { newJobOrder, newStation, send } from "../testing/test-mes.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";

/*
 * Invariant: a journal leaves the same rows in every table whether it arrives event by event or in batches of any size.
 * A batch is written in one statement a table, so this is what holds the order of the events within it.
 * Worst outcome if violated: what a page shows depends on how long the network was down.
 */

const plant = testPlantOfFile();

const tool = fc.constantFrom("T1", "T2");
const life = fc.integer({ min: 1, max: 2 });
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom("warn" as const, "change" as const), tool }),
  fc.record({ kind: fc.constant("raise" as const), tool, life }),
  fc.record({ kind: fc.constantFrom("measure" as const, "withdraw" as const) }),
  fc.record({ kind: fc.constantFrom("defect" as const, "scrap" as const, "undo" as const) }),
  fc.record({ kind: fc.constantFrom("run" as const, "stop" as const, "count" as const) }),
  fc.record({ kind: fc.constantFrom("help" as const, "stranger" as const, "unknown-order" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Making {
  readonly journal: StationJournal;
  readonly order: string;
  readonly workUnit: string;
  /** Event ids of bookings and of measurements, oldest first. */
  readonly booked: string[];
  readonly measured: string[];
}

function take(making: Making, one: Step): void {
  const { journal, order, workUnit } = making;
  const on = { jobOrder: order, workUnit };
  switch (one.kind) {
    case "warn":
      journal.record(
        "tool.warned",
        { toolId: one.tool, usedCycles: 320, lifeLimitCycles: 400 },
        { workUnit },
      );
      return;
    case "raise": {
      const maintenanceOrderId = `${workUnit}:${one.tool}:${one.life}`;
      const payload = { maintenanceOrderId, toolId: one.tool, usedCycles: 400, lifeLimitCycles: 400 };
      journal.record("maintenance.raised", payload, { workUnit });
      return;
    }
    case "change":
      journal.record("tool.changed", { toolId: one.tool, usedCycles: 405, life: 2 }, { workUnit });
      return;
    case "measure":
      making.measured.push(journal.record("measurement.recorded", measured(), on).eventId);
      return;
    case "withdraw": {
      const withdraws = making.measured.at(-1);
      if (withdraws !== undefined)
        journal.record("measurement.withdrawn", { withdraws, characteristicId: "DIA-40" }, on);
      return;
    }
    case "defect":
      making.booked.push(journal.record("defect.logged", defect(1, "scrap"), on).eventId);
      return;
    case "scrap":
      making.booked.push(journal.record("quantity.reported", reported({ scrap: 2 }), on).eventId);
      return;
    case "undo": {
      const last = making.booked.at(-1); // kept: taking the same back twice must be refused
      if (last !== undefined) journal.record("quantity.reversed", reversed(last, { scrap: -1 }), on);
      return;
    }
    default:
      recordPlain(making, one.kind);
  }
}

function recordPlain(
  { journal, order, workUnit }: Making,
  kind: "run" | "stop" | "count" | "help" | "stranger" | "unknown-order",
): void {
  const on = { jobOrder: order, workUnit };
  switch (kind) {
    case "run":
      journal.record("machine.state-changed", { state: "running", was: "stopped", raw: 3, sourceUtc: null });
      return;
    case "stop":
      journal.record("machine.state-changed", { state: "stopped", was: "running", raw: 1, sourceUtc: null });
      return;
    case "count":
      journal.record("parts.counted", counted(3), on);
      return;
    case "help":
      journal.record("help.called", { category: "quality" }, on);
      return;
    case "stranger":
      journal.record("pallet.moved", {}, on);
      return;
    case "unknown-order":
      journal.record("order.started", started, { jobOrder: `${order}-unknown`, workUnit });
      return;
  }
}

interface Arrangement extends Making {
  readonly stationId: string;
}

async function arrange(steps: readonly Step[]): Promise<Arrangement> {
  const stationId = await newStation(plant.mes);
  const order = await newJobOrder(plant.mes);
  const making = {
    journal: createStationJournal(),
    order,
    workUnit: `unit-of-${stationId}`,
    booked: [],
    measured: [],
  };
  making.journal.record("order.started", started, { jobOrder: order, workUnit: making.workUnit });
  for (const one of steps) take(making, one);
  return { ...making, stationId };
}

const TABLES: readonly (readonly [table: string, sql: string])[] = [
  ["verdicts", "SELECT seq, verdict, code FROM journal_event WHERE station_id = $1 ORDER BY seq"],
  ["machine", "SELECT machine_state, machine_state_since FROM station WHERE station_id = $1"],
  ["order", "SELECT state, hold, since_utc FROM station_order WHERE station_id = $1 ORDER BY job_order_id"],
  ["measurement", "SELECT event_id, withdrawn_by FROM measurement WHERE station_id = $1 ORDER BY event_id"],
  ["defect", "SELECT event_id, taken_back FROM defect WHERE station_id = $1 ORDER BY event_id"],
  [
    "reversal",
    `SELECT r.reverses, r.event_id, r.quantity FROM reversal r JOIN journal_event e ON e.event_id = r.event_id
     WHERE e.station_id = $1 ORDER BY r.reverses`,
  ],
  [
    "maintenance",
    `SELECT maintenance_order_id, raised_utc, raised_by_event, done_at IS NULL AS open FROM maintenance_order
     WHERE station_id = $1 ORDER BY maintenance_order_id`,
  ],
  [
    "attention",
    `SELECT id, kind, cause, since_utc FROM attention WHERE station_id = $1 AND closed_at IS NULL ORDER BY id`,
  ],
];

/** All rows that a journal left, with the names that differ from station to station replaced by what they name. */
async function rowsOf({
  stationId,
  order,
  journal,
}: Arrangement): Promise<Record<string, readonly string[]>> {
  const plain = (row: object): string => {
    const named = journal.entries.reduce(
      (text, { eventId, seq }) => text.replaceAll(eventId, `event ${seq}`),
      JSON.stringify(row),
    );
    return named.replaceAll(stationId, "station").replaceAll(order, "order");
  };
  const rows: Record<string, readonly string[]> = {};
  for (const [table, sql] of TABLES)
    rows[table] = (await plant.mes.database.query(sql, [stationId])).map(plain).toSorted();
  return rows;
}

async function sendInBatches({ stationId, journal }: Arrangement, size: number): Promise<void> {
  for (let first = 1; first <= journal.entries.length; first += size)
    await send(plant.mes, stationId, journal.upload(first, first + size - 1));
}

/** What chance seldom makes: an order raised, done by the change of its tool, and the next life's raised after it. */
const TOOL_LIFE: Step[] = [
  { kind: "warn", tool: "T1" },
  { kind: "raise", tool: "T1", life: 1 },
  { kind: "change", tool: "T1" },
  { kind: "warn", tool: "T1" },
  { kind: "raise", tool: "T2", life: 1 },
];

describe("however a journal is cut into batches", () => {
  test("I-8 I-16 I-21 every table holds the same rows", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 20 }),
        fc.integer({ min: 2, max: 25 }),
        async (steps, size) => {
          const [single, batched] = [await arrange(steps), await arrange(steps)];
          await sendInBatches(single, 1);
          await sendInBatches(batched, size);
          expect(await rowsOf(batched)).toEqual(await rowsOf(single));
        },
      ),
      { numRuns: 40, examples: [[TOOL_LIFE, 25]] },
    );
  });
});
