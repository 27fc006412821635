import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attentionSchema } from "../../shared/protocol/attention.ts";
import type { Database } from "../database/database.ts";
import { openPostgres } from "../database/postgres.ts";
import { listOpenAttention } from "../repositories/attention-repository.ts";
import { type PostgresServer, startPostgresServer } from "../testing/postgres-server.ts";
import { migrate } from "./migrate.ts";
import { migrationList } from "./migration-list.ts";

let server: PostgresServer;
let database: Database;
beforeAll(async () => {
  server = await startPostgresServer();
  const url = await server.createDatabase();
  database = await openPostgres({ url, onIdleError: () => undefined, connections: 1 });
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const AT = "2026-11-22T08:00:00.000Z";

interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly payload: object;
  readonly verdict: string;
  readonly code: string | null;
  readonly jobOrder: string | null;
}

const events: readonly StoredEvent[] = [
  {
    seq: 1,
    type: "help.called",
    payload: { category: "quality" },
    verdict: "applied",
    code: null,
    jobOrder: "4711",
  },
  {
    seq: 2,
    type: "tool.warned",
    payload: { toolId: "T4", usedCycles: 320, lifeLimitCycles: 400 },
    verdict: "applied",
    code: null,
    jobOrder: null,
  },
  {
    seq: 3,
    type: "order.started",
    payload: {},
    verdict: "rejected",
    code: "order-cancelled",
    jobOrder: "4711",
  },
  {
    seq: 4,
    type: "order.paused",
    payload: {},
    verdict: "parked",
    code: "depends-on-rejected",
    jobOrder: "4711",
  },
  { seq: 5, type: "help.called", payload: {}, verdict: "parked", code: "newer-version", jobOrder: null },
];

/** Lines as the MES wrote them before, in English. */
const lines: readonly (readonly [id: string, kind: string])[] = [
  ["event-1", "help-call"],
  ["tool-warning:CNC-1:T4", "tool-warning"],
  ["CNC-1:T4:1", "maintenance"],
  ["event-3", "rejected-booking"],
  ["waiting:WS-1:order:4711", "rejected-booking"],
  ["waiting:WS-1:type:help.called", "rejected-booking"],
  ["fork:WS-1:e1", "rejected-booking"],
  ["event-none", "rejected-booking"],
];

async function insertEvent({ seq, type, payload, verdict, code, jobOrder }: StoredEvent): Promise<void> {
  await database.query(
    `INSERT INTO journal_event (station_id, epoch, seq, event_id, intent_id, type, version, at_utc, mono_ns, boot_id,
       clock_state, auth, work_unit, job_order, payload, prev_hash, hash, received_at, verdict, code)
     VALUES ('WS-1', 'e1', $1, $2, 'i', $3, 1, $4, '1', 'b', 'trusted', 'badge', 'CNC-1', $5, $6, 'p', 'h', now(), $7, $8)`,
    [seq, `event-${seq}`, type, AT, jobOrder, JSON.stringify(payload), verdict, code],
  );
}

describe("migration 70", () => {
  test("U24 P4 open lines of an earlier release keep their place and get codes and values", async () => {
    await migrate(
      database,
      migrationList.filter(({ number }) => number < 70),
    );
    await database.script(`
      INSERT INTO station (station_id, work_unit, machine_name, rank, token_hash) VALUES ('WS-1', 'CNC-1', 'Lathe', 0, 'x');
      INSERT INTO station_epoch VALUES ('WS-1', 'e1', 5, 'h', now());
      INSERT INTO maintenance_order VALUES ('CNC-1:T4:1', 'WS-1', 'CNC-1', 'T4', 400, 400, '${AT}', 'event-2');
      INSERT INTO quarantine VALUES ('WS-1', 'e1', 3, 'other', 'h', 'content-differs', '{}', now())`);
    for (const event of events) await insertEvent(event);
    for (const [id, kind] of lines)
      await database.query("INSERT INTO attention VALUES ($1, $2, 'WS-1', 'Title', 'Detail', $3, now())", [
        id,
        kind,
        AT,
      ]);

    await migrate(database, migrationList);
    const line = { stationId: "WS-1", sinceUtc: AT };
    const tool = { workUnit: "CNC-1", toolId: "T4", lifeLimitCycles: 400 };
    const open = (await listOpenAttention(database, 100)).map((one) => attentionSchema.parse(one));
    expect(new Map(open.map((one) => [one.id, one]))).toEqual(
      new Map<string, object>([
        ["event-1", { kind: "help-call", id: "event-1", ...line, category: "quality", jobOrderId: "4711" }],
        [
          "tool-warning:CNC-1:T4",
          { kind: "tool-warning", id: "tool-warning:CNC-1:T4", ...line, ...tool, usedCycles: 320 },
        ],
        ["CNC-1:T4:1", { kind: "maintenance", id: "CNC-1:T4:1", ...line, ...tool, usedCycles: 400 }],
        [
          "event-3",
          {
            kind: "rejected-booking",
            id: "event-3",
            ...line,
            eventType: "order.started",
            jobOrderId: "4711",
            code: "order-cancelled",
          },
        ],
        [
          "waiting:WS-1:order:4711",
          {
            kind: "waiting-bookings",
            id: "waiting:WS-1:order:4711",
            ...line,
            eventType: null,
            jobOrderId: "4711",
            code: "depends-on-rejected",
          },
        ],
        [
          "waiting:WS-1:type:help.called",
          {
            kind: "waiting-bookings",
            id: "waiting:WS-1:type:help.called",
            ...line,
            eventType: "help.called",
            jobOrderId: null,
            code: "newer-version",
          },
        ],
        ["fork:WS-1:e1", { kind: "forked-journal", id: "fork:WS-1:e1", ...line, epoch: "e1", seq: 3 }],
      ]),
    );
  });
});
