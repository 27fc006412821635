import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../database/database.ts";
import { openPglite } from "../database/pglite.ts";
import { openPostgres } from "../database/postgres.ts";
import { type PostgresServer, startPostgresServer } from "../testing/postgres-server.ts";
import { machineNoData } from "./0090-machine-no-data.ts";
import { migrate } from "./migrate.ts";
import { migrationList } from "./migration-list.ts";

let server: PostgresServer;
let databases: Database[] = [];
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  databases = [];
  await server.drop();
});

async function freshDatabase(): Promise<Database> {
  const url = await server.createDatabase();
  const database = await openPostgres({ url, onIdleError: () => undefined, connections: 2 });
  databases.push(database);
  return database;
}

async function upTo(number: number): Promise<Database> {
  const database = await freshDatabase();
  await migrate(
    database,
    migrationList.filter((migration) => migration.number <= number),
  );
  return database;
}

const STATION = `INSERT INTO station (station_id, work_unit, machine_name, rank, token_hash)
  VALUES ('WS-1', 'CNC-1', 'Lathe', 0, 'x')`;
const EPOCH = `INSERT INTO station_epoch VALUES ('WS-1', 'e1', 1, 'h1', now())`;
const event = (seq: number, eventId: string) => `INSERT INTO journal_event (station_id, epoch, seq, event_id,
  intent_id, type, version, at_utc, mono_ns, boot_id, clock_state, auth, work_unit, payload, prev_hash, hash,
  received_at, verdict) VALUES ('WS-1', 'e1', ${seq}, '${eventId}', 'i', 'help.called', 1, 'now', '1', 'b', 'trusted',
  'badge', 'CNC-1', '{}', 'p', 'h', now(), 'applied')`;

/** What each step promises, with rows of the step before it in place. */
const promises: Readonly<Record<number, (database: Database) => Promise<void>>> = {
  10: async (database) => {
    await database.query("INSERT INTO mes_identity (mes_id, mes_epoch, plant_name) VALUES ('m', 'e', 'p')");
    const second = database.query(
      "INSERT INTO mes_identity (mes_id, mes_epoch, plant_name) VALUES ('n', 'e', 'p')",
    );
    await expect(second).rejects.toThrow(/duplicate key/);
  },
  20: async (database) => {
    await database.query(STATION);
    await database.query("INSERT INTO directive VALUES ('WS-1', 1, now(), 'reason', 'r', '{}')");
    const reused = database.query("INSERT INTO directive VALUES ('WS-1', 1, now(), 'reason', 's', NULL)");
    await expect(reused).rejects.toThrow(/duplicate key/);
  },
  30: async (database) => {
    await database.script(`${STATION}; ${EPOCH}; ${event(1, "a")}`);
    await expect(database.query(event(1, "b"))).rejects.toThrow(/duplicate key/);
    await expect(database.query(event(2, "a"))).rejects.toThrow(/duplicate key/);
    await expect(database.query("DELETE FROM journal_event")).rejects.toThrow(/append-only/);
    await expect(database.query("UPDATE journal_event SET payload = '{}'")).rejects.toThrow(/append-only/);
    await database.query("UPDATE journal_event SET verdict = 'parked', code = 'unknown-type'");
  },
  40: async (database) => {
    await database.query("INSERT INTO job_order VALUES ('4711', 'CNC-1', 'released', '{}', now())");
    const wrong = database.query("INSERT INTO job_order VALUES ('4712', 'CNC-1', 'lost', '{}', now())");
    await expect(wrong).rejects.toThrow(/check constraint/);
  },
  50: async (database) => {
    await database.query("INSERT INTO reversal VALUES ('a', 'b')");
    await expect(database.query("INSERT INTO reversal VALUES ('a', 'c')")).rejects.toThrow(/duplicate key/);
  },
  60: async (database) => {
    await database.query(STATION);
    const raise = `INSERT INTO maintenance_order VALUES ('CNC-1:T4:1', 'WS-1', 'CNC-1', 'T4', 1, 1, 'now', 'e')`;
    await database.query(raise);
    await expect(database.query(raise)).rejects.toThrow(/duplicate key/);
  },
  70: async (database) => {
    await database.query(STATION);
    const wordless = database.query(
      "INSERT INTO attention (id, kind, station_id, since_utc, opened_at) VALUES ('a', 'k', 'WS-1', 'now', now())",
    );
    await expect(wordless).rejects.toThrow(/null value in column "cause"/);
  },
  90: async (database) => {
    await database.query(STATION);
    await database.query("UPDATE station SET machine_state = 'no-signal'");
    await database.script(machineNoData.sql);
    expect(await database.query("SELECT machine_state FROM station")).toEqual([{ machine_state: "no-data" }]);
  },
  130: async (database) => {
    await database.script(STATION);
    const order = (id: string, state: string): string =>
      `INSERT INTO station_order (station_id, job_order_id, state, hold) VALUES ('WS-1', '${id}', '${state}', 'none')`;
    for (const state of ["setting-up", "running", "paused", "held", "finished", "aborted"])
      await database.query(order(state, state));
    await expect(database.query(order("x", "lost"))).rejects.toThrow(/check constraint/);
    await database.query("INSERT INTO job_order VALUES ('4711', 'CNC-1', 'aborted', '{}', now())");
    const wrong = database.query("INSERT INTO job_order VALUES ('4712', 'CNC-1', 'lost', '{}', now())");
    await expect(wrong).rejects.toThrow(/check constraint/);
  },
  110: async () => {
    const database = await upTo(90);
    await database.script(`${STATION}; ${EPOCH}`);
    const told = `{"machineId":"press","state":"fault","agoMs":1500}`;
    await database.query(
      event(1, "a")
        .replace("help.called", "machine.state-changed")
        .replace("'now', '1'", "'2026-11-23T10:00:02.000Z', '1'")
        .replace("'{}'", `'${told}'`),
    );
    await migrate(database, migrationList);
    expect(await database.query("SELECT machine_id, state, state_since FROM machine")).toEqual([
      { machine_id: "press", state: "fault", state_since: "2026-11-23T10:00:00.500Z" },
    ]);
    const wrong = `INSERT INTO machine_rollup VALUES ('WS-1', 'press', 's', 61, 0, 0, 0, 0, 0, 0, 0, 0, 0)`;
    await expect(database.query(wrong)).rejects.toThrow(/check constraint/);
  },
  140: async () => {
    const database = await upTo(110);
    const load = (seq: number, eventId: string) =>
      event(seq, eventId)
        .replace("help.called", "material.loaded")
        .replace("work_unit, payload", "work_unit, job_order, payload")
        .replace("'CNC-1', '{}'", `'CNC-1', '4711', '{"lotId":"88213"}'`);
    await database.script(`${STATION}; ${EPOCH}; ${load(1, "a")}; ${load(2, "b")};
      INSERT INTO master_data VALUES ('lot', '900', '{"madeByJobOrderId":"4711"}'), ('lot', '901', '{}')`);
    await migrate(database, migrationList);
    expect(await database.query("SELECT * FROM lot_use")).toEqual([
      { lot_id: "88213", job_order_id: "4711" },
    ]);
    expect(await database.query("SELECT * FROM made_lot")).toEqual([{ lot_id: "900", job_order_id: "4711" }]);
  },
  150: async () => {
    const database = await upTo(110);
    await database.script(`${STATION}; ${EPOCH};
      INSERT INTO defect (event_id, job_order_id, station_id, defect_code, quantity, disposition, at_utc, reversed_by)
      VALUES ('d1', 'O', 'WS-1', 'BURR', 3, 'hold', 'now', 'r1'), ('d2', 'O', 'WS-1', 'BURR', 4, 'hold', 'now', NULL);
      INSERT INTO reversal (reverses, event_id) VALUES ('d1', 'r1')`);
    await migrate(database, migrationList);
    expect(await database.query("SELECT event_id, taken_back FROM defect ORDER BY event_id")).toEqual([
      { event_id: "d1", taken_back: 3 },
      { event_id: "d2", taken_back: 0 },
    ]);
    expect(await database.query("SELECT reverses, quantity FROM reversal")).toEqual([
      { reverses: "d1", quantity: null },
    ]);
  },
  160: async () => {
    const database = await upTo(150);
    const order = (id: string, body: string) =>
      `INSERT INTO job_order (job_order_id, work_unit, status, body, imported_at)
       VALUES ('${id}', 'CNC-1', 'released', '${body}', now())`;
    await database.script(
      `${order("4711", "{}")}; ${order("P-1-10", '{"route":{"productionOrderId":"P-1"}}')}`,
    );
    await migrate(database, migrationList);
    expect(
      await database.query("SELECT job_order_id, production_order_id FROM job_order ORDER BY job_order_id"),
    ).toEqual([
      { job_order_id: "4711", production_order_id: null },
      { job_order_id: "P-1-10", production_order_id: "P-1" },
    ]);
  },
  161: async () => {
    const database = await upTo(161);
    const insert = `INSERT INTO rework_route (event_id, from_job_order_id, to_job_order_id, quantity) VALUES ('e', 'k', 'j', 3)`;
    await database.query(insert);
    await expect(database.query(insert)).rejects.toThrow(/duplicate key/);
    expect(await database.query("SELECT taken_back, settled FROM rework_route")).toEqual([
      { taken_back: 0, settled: null },
    ]);
  },
  170: async () => {
    const database = await upTo(150);
    await database.script(STATION);
    await migrate(database, migrationList);
    expect(await database.query("SELECT other_work_units FROM station")).toEqual([
      { other_work_units: "[]" },
    ]);
  },
  180: async (database) => {
    // An order is named once for a unit; two units may wrongly have one SSCC, and both must be found.
    await database.script("INSERT INTO unit_order VALUES ('u', '4711')");
    await expect(database.query("INSERT INTO unit_order VALUES ('u', '4711')")).rejects.toThrow();
    await database.script("INSERT INTO unit_number VALUES ('340', 'u'), ('340', 'v')");
  },
  181: async (database) => {
    await database.script("INSERT INTO piece_serial VALUES ('e', 'I', '1', '4711'), ('f', 'I', '1', '4711')");
    await expect(database.query("INSERT INTO piece_serial VALUES ('e', 'I', '2', '4')")).rejects.toThrow();
  },
  190: async (database) => {
    await database.script(
      `INSERT INTO routing VALUES ('I', '{}'); INSERT INTO bill_of_material VALUES ('I', '{}')`,
    );
    await expect(database.query("INSERT INTO routing VALUES ('I', '{}')")).rejects.toThrow();
    await expect(database.query("INSERT INTO bill_of_material VALUES ('I', '{}')")).rejects.toThrow();
  },
  230: async () => {
    const database = await upTo(200);
    let seq = 0;
    const booked = (type: string, payload: object, verdict = "applied") => {
      seq += 1;
      return event(seq, `e${seq}`)
        .replace("help.called", type)
        .replace("work_unit, payload", "work_unit, job_order, payload")
        .replace("'CNC-1', '{}'", `'CNC-1', '4711', '${JSON.stringify(payload)}'`)
        .replace("'applied'", `'${verdict}'`);
    };
    await database.script(
      [
        STATION,
        EPOCH,
        booked("order.started", {}),
        booked("parts.counted", { delta: 100 }),
        booked("parts.counted", { delta: 20, scrap: 3 }),
        booked("quantity.reported", { good: 24, scrap: 1, rework: 2 }),
        booked("quantity.reversed", { good: -4, scrap: 0, rework: -1 }),
        booked("defect.logged", { quantity: 5, disposition: "scrap" }),
        booked("defect.logged", { quantity: 6, disposition: "rework" }),
        booked("defect.logged", { quantity: 7, disposition: "hold" }),
        booked("quantity.reported", { good: 1_000, scrap: 0, rework: 0 }, "rejected"),
      ].join("; "),
    );
    await migrate(database, migrationList);
    expect(
      await database.query(
        "SELECT job_order_id, counted, reported_good, scrap, rework FROM station_progress",
      ),
    ).toEqual([{ job_order_id: "4711", counted: 120, reported_good: 20, scrap: 9, rework: 7 }]);
  },
  211: async () => {
    const database = await upTo(200);
    await database.query(
      `INSERT INTO master_data VALUES ('lot', '1', '{"item":{"itemId":"R"}}'), ('tool', 'T', '{}')`,
    );
    await migrate(database, migrationList);
    expect(await database.query("SELECT id, item_id FROM master_data ORDER BY id")).toEqual([
      { id: "1", item_id: "R" },
      { id: "T", item_id: null },
    ]);
  },
  210: async () => {
    const database = await upTo(200);
    const body = `{"item":{"itemId":"HUB-90","name":"Hub 90"},"operation":{"number":"30","name":"Turn"},"dueUtc":"2026-11-23T14:00:00Z"}`;
    const order = (id: string, status: string) =>
      `INSERT INTO job_order (job_order_id, work_unit, status, body, imported_at)
       VALUES ('${id}', 'CNC-1', '${status}', '${body}', now())`;
    const at = (station: string, id: string, state: string) =>
      `INSERT INTO station_order (station_id, job_order_id, state, hold) VALUES ('${station}', '${id}', '${state}', 'none')`;
    await database.script(`${STATION}; ${STATION.replaceAll("WS-1", "WS-2")};
      ${order("A", "released")}; ${order("B", "cancelled")}; ${order("C", "released")}; ${order("D", "released")};
      ${at("WS-1", "C", "finished")}; ${at("WS-1", "D", "aborted")}; ${at("WS-2", "D", "running")}`);
    await migrate(database, migrationList);
    expect(await database.query("SELECT job_order_id AS id, ended FROM job_order ORDER BY 1")).toEqual([
      ...["A", "B", "C", "D"].map((id) => ({ id, ended: id === "B" || id === "C" })),
    ]);
    expect(
      await database.query("SELECT due_at, search_text FROM job_order WHERE job_order_id = 'A'"),
    ).toEqual([{ due_at: "2026-11-23T14:00:00.000Z", search_text: "a hub-90 hub 90 30 turn cnc-1" }]);
  },
  200: async () => {
    const database = await upTo(200);
    expect(
      await database.query(
        "SELECT indexname FROM pg_indexes WHERE tablename = 'measurement' ORDER BY indexname",
      ),
    ).toEqual([{ indexname: "measurement_pkey" }, { indexname: "measurement_standing" }]);
  },
  240: async (database) => {
    expect(
      await database.query(
        `SELECT to_regclass('station_order_at_work') IS NOT NULL AS "atWork",
           to_regclass('machine_gap_newest') IS NOT NULL AS gap,
           to_regclass('machine_gap_ended') IS NOT NULL AS "oldGaps",
           to_regclass('piece_serial_by_order') IS NOT NULL AS serial`,
      ),
    ).toEqual([{ atWork: true, gap: true, oldGaps: true, serial: true }]);
  },
  241: async (database) => {
    await database.script(`${STATION}; ${EPOCH}`);
    // As long as a payload may be, and of random text, which cannot be compressed: no index may refuse it.
    const longest =
      "(SELECT left(string_agg(gen_random_uuid()::text, ''), 65536) FROM generate_series(1, 2000))";
    const count = (seq: number, payload: string) =>
      event(seq, `count-${seq}`)
        .replace("help.called", "parts.counted")
        .replace("work_unit, payload", "work_unit, job_order, payload")
        .replace("'CNC-1', '{}'", `'CNC-1', '4711', ${payload}`);
    await database.script(`${count(1, "'{}'")}; ${count(2, longest)}`);
    expect(await database.query("SELECT length(payload) AS length FROM journal_event ORDER BY seq")).toEqual([
      { length: 2 },
      { length: 65_536 },
    ]);
  },
  250: async () => {
    // A start that was corrected before the MES knew how, and a pause that was not.
    const database = await upTo(200);
    const entry = (seq: number, type: string, at: string, payload: string) =>
      `INSERT INTO journal_event (station_id, epoch, seq, event_id, intent_id, type, version, at_utc, mono_ns, boot_id,
         clock_state, auth, work_unit, job_order, payload, prev_hash, hash, received_at, verdict)
       VALUES ('WS-1', 'e', ${seq}, 'e${seq}', 'i${seq}', '${type}', 1, '2026-11-22T${at}.000Z', '0', 'b', 'trusted',
         'badge', 'CNC-2', '4711', '${payload}', '', '', now(), 'applied')`;
    await database.script(`${STATION};
      INSERT INTO station_epoch VALUES ('WS-1', 'e', 3, '', now());
      ${entry(1, "order.started", "10:00:00", "{}")}; ${entry(2, "order.paused", "11:00:00", "{}")};
      ${entry(3, "time.corrected", "12:00:00", '{"of":"e1","shiftMs":-300000}')};
      INSERT INTO station_order (station_id, job_order_id, state, hold, since_utc, started_utc)
      VALUES ('WS-1', '4711', 'paused', 'none', '2026-11-22T11:00:00.000Z', '2026-11-22T10:00:00.000Z')`);
    await migrate(database, migrationList);
    expect(
      await database.query("SELECT started_by, moved_by, started_utc, since_utc FROM station_order"),
    ).toEqual([
      {
        started_by: "e1",
        moved_by: "e2",
        started_utc: "2026-11-22T09:55:00.000Z",
        since_utc: "2026-11-22T11:00:00.000Z",
      },
    ]);
  },
  260: async () => {
    const database = await upTo(250);
    const body = '{"item":{"itemId":"RING-40","name":"Ring 40"}}';
    await database.script(`INSERT INTO job_order (job_order_id, work_unit, status, body, imported_at)
      VALUES ('4711', 'CNC-2', 'released', '${body}', now()), ('4712', 'CNC-2', 'released', '{}', now())`);
    await migrate(database, migrationList);
    expect(await database.query("SELECT item_id FROM job_order ORDER BY job_order_id")).toEqual([
      { item_id: "RING-40" },
      { item_id: "" },
    ]);
  },
  261: async () => {
    const database = await upTo(260);
    await database.script("INSERT INTO master_data (kind, id, body) VALUES ('lot', '88213', '{}')");
    await migrate(database, migrationList);
    expect(await database.query("SELECT id, quantity_told_at FROM master_data")).toEqual([
      { id: "88213", quantity_told_at: null },
    ]);
  },
};

describe("migrations", () => {
  test.each(migrationList.map(({ number, name }) => [number, name] as const))(
    "P4 %i-%s brings what it promises",
    async (number) => {
      const promise = promises[number];
      if (promise === undefined) throw new Error(`Migration ${number} has no test`);
      await promise(await upTo(number));
    },
  );

  test("P4 I-2 step by step with data in between ends in the same schema as all at once", async () => {
    const stepped = await freshDatabase();
    for (const migration of migrationList) {
      await migrate(stepped, migrationList.slice(0, migrationList.indexOf(migration) + 1));
      if (migration.number === 20) await stepped.query(STATION);
    }
    expect(await schemaOf(stepped)).toEqual(await schemaOf(await upTo(9_999)));
    expect(await stepped.query("SELECT station_id FROM station")).toEqual([{ station_id: "WS-1" }]);
  });

  test("P4 a step that fails leaves the schema before it, and can be tried again", async () => {
    const database = await upTo(20);
    const broken = { number: 30, name: "broken", sql: "CREATE TABLE half (); SELECT 1/0" };
    const known = migrationList.filter(({ number }) => number <= 20);
    await expect(migrate(database, [...known, broken])).rejects.toThrow("division by zero");
    expect(await database.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    expect(await migrate(database, migrationList)).toEqual(
      migrationList.map(({ number }) => number).filter((number) => number > 20),
    );
  });

  test("P4 a step may take as long as a journal of years needs, and a statement after it may not", async () => {
    const database = await upTo(10);
    const timeout = "SELECT current_setting('statement_timeout') AS timeout";
    const slow = { number: 11, name: "slow", sql: `CREATE TABLE seen AS ${timeout}` };
    await migrate(database, [...migrationList.filter(({ number }) => number <= 10), slow]);
    expect(await database.query("SELECT timeout FROM seen")).toEqual([{ timeout: "0" }]);
    expect(await database.query(timeout)).toEqual([{ timeout: "1min" }]);
  });

  test("P10 a database of a newer MES is refused, not guessed at", async () => {
    const database = await upTo(9_999);
    await expect(migrate(database, migrationList.slice(0, 3))).rejects.toMatchObject({
      code: "schema-newer",
    });
  });

  test("P8 two starts at once migrate once", async () => {
    const url = await server.createDatabase();
    const both = await Promise.all(
      [1, 2].map(() => openPostgres({ url, onIdleError: () => undefined, connections: 1 })),
    );
    databases.push(...both);
    await both[0]?.script(
      "CREATE TABLE schema_migration (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const applied = await Promise.all(both.map((database) => migrate(database, migrationList)));
    expect(applied.flat()).toHaveLength(migrationList.length);
    expect(new Set(applied.flat())).toEqual(new Set(migrationList.map(({ number }) => number)));
  });

  test("the embedded database takes the same steps", async () => {
    const database = await openPglite();
    databases.push(database);
    expect(await migrate(database, migrationList)).toEqual(migrationList.map(({ number }) => number));
    expect(await migrate(database, migrationList)).toEqual([]);
  });
});

async function schemaOf(database: Database): Promise<readonly object[]> {
  return database.query(`SELECT table_name, column_name, data_type, is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`);
}
