import { describe, expect, test } from "vitest";
import { eventVersion } from "../../../../../shared/domain/event-versions.ts";
import { PROTOCOL_VERSION } from "../../../../../shared/protocol/messages.ts";
import { floorPageSchema } from "../../../../../shared/protocol/pages.ts";
import {
  type RollupAnswer,
  type RollupUpload,
  rollupAnswerSchema,
  rollupStateSchema,
} from "../../../../../shared/protocol/signal-messages.ts";
import { machineState } from "../../../../testing/sample-events.ts";
import { bucket, rollupUpload, series } from "../../../../testing/sample-rollups.ts";
import { createStationJournal } from "../../../../testing/station-journal.ts";
import { asStation, call, problemOf } from "../../../../testing/test-app.ts";
import { newStation } from "../../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../../testing/test-plant.ts";

const plant = testPlantOfFile();

async function post(stationId: string, body: unknown, as = stationId) {
  return call(plant.app, { url: `/api/v1/stations/${stationId}/rollups`, as: asStation(as), body });
}

async function send(stationId: string, upload: RollupUpload): Promise<RollupAnswer> {
  const response = await post(stationId, upload);
  expect(response.statusCode).toBe(200);
  return rollupAnswerSchema.parse(response.json());
}

async function floorTile(stationId: string) {
  const page = floorPageSchema.parse((await call(plant.app, { url: "/api/v1/floor" })).json());
  return page.tiles.find((tile) => tile.stationId === stationId);
}

const nowMinute = (): number => Math.floor(Date.now() / 60_000) * 60;

describe("roll-ups of a station", () => {
  test("RU-1 what is held is said, with how far it reaches", async () => {
    const stationId = await newStation(plant.mes);
    const url = `/api/v1/stations/${stationId}/rollups`;
    const empty = rollupStateSchema.parse((await call(plant.app, { url, as: asStation(stationId) })).json());
    expect(empty).toMatchObject({ mesId: plant.mes.mesId, storeId: null, upTo: 0, revision: 0 });
    const answer = await send(stationId, rollupUpload({ upTo: 7 }));
    expect(answer).toMatchObject({ taken: true, storeId: "store-1", upTo: 7, revision: 1 });
    const held = rollupStateSchema.parse((await call(plant.app, { url, as: asStation(stationId) })).json());
    expect(held).toMatchObject({ storeId: "store-1", upTo: 7, revision: 1 });
  });

  test("RU-2 a bucket that comes again replaces the one held; a late value is in it", async () => {
    const stationId = await newStation(plant.mes);
    const startSeconds = nowMinute() - 600;
    await send(stationId, rollupUpload({ series: [series([bucket(startSeconds, 5)])] }));
    const late = [series([bucket(startSeconds, 9)])];
    await send(stationId, rollupUpload({ afterRevision: 1, series: late }));
    const rows = await plant.mes.database.query(
      "SELECT start_seconds AS start, last, count FROM machine_rollup WHERE station_id = $1",
      [stationId],
    );
    expect(rows).toEqual([{ start: startSeconds, last: 9, count: 3 }]);
  });

  test("RU-3 an upload that names another revision stores nothing and is told where the MES is", async () => {
    const stationId = await newStation(plant.mes);
    const first = rollupUpload({ series: [series([bucket(nowMinute(), 5)])], upTo: 3 });
    expect((await send(stationId, first)).taken).toBe(true);
    const again = await send(stationId, { ...first, upTo: 2, series: [series([bucket(nowMinute(), 1)])] });
    expect(again).toMatchObject({ taken: false, revision: 1, upTo: 3 });
    const rows = await plant.mes.database.query(
      "SELECT last FROM machine_rollup WHERE station_id = $1 AND bucket_seconds = 60",
      [stationId],
    );
    expect(rows).toEqual([{ last: 5 }]);
  });

  test("RU-8 the floor shows every machine of a station with its state, speed and last gap", async () => {
    const stationId = await newStation(plant.mes);
    const journal = createStationJournal();
    const lathe = { machineId: "lathe", workUnit: "CNC-2" };
    const press = { machineId: "press", workUnit: "PRESS-1" };
    const version = eventVersion("machine.state-changed");
    journal.record("machine.state-changed", machineState("running", lathe), { version });
    journal.record("machine.state-changed", machineState("fault", press), { version });
    journal.record("machine.state-changed", machineState("idle", press), { version });
    await call(plant.app, {
      url: `/api/v1/stations/${stationId}/journal`,
      as: asStation(stationId),
      body: journal.upload(),
    });
    const from = nowMinute() - 180;
    const fromUs = (from - 60) * 1e6;
    await send(
      stationId,
      rollupUpload({
        machines: [
          { machineId: "press", name: "Press 1", workUnit: "PRESS-1" },
          { machineId: "lathe", name: "Lathe 2", workUnit: "CNC-2" },
        ],
        series: [
          series([bucket(from, 106, { first: 100 }), bucket(from + 60, 112, { first: 107 })], {
            machineId: "press",
            signalId: "good",
            meaning: "count-good",
          }),
        ],
        gaps: [
          { machineId: "press", signalId: null, fromUs, toUs: fromUs + 42e6, cause: "disconnected" },
          { machineId: null, signalId: null, fromUs: fromUs - 1e6, toUs: fromUs, cause: "collector-died" },
        ],
      }),
    );
    expect(await floorTile(stationId)).toMatchObject({
      machineState: "running",
      machines: [
        {
          machineId: "press",
          name: "Press 1",
          state: "idle",
          speed: { kind: "pieces-per-minute", value: 6 },
          lastGap: { cause: "disconnected", toUtc: new Date((fromUs + 42e6) / 1000).toISOString() },
        },
        { machineId: "lathe", state: "running", speed: null, lastGap: { cause: "collector-died" } },
      ],
    });
  });

  test("RU-8 a gap that lasts is the last one, until its end is told", async () => {
    const stationId = await newStation(plant.mes);
    const machines = [{ machineId: "oven", name: "Oven", workUnit: "OVEN-1" }];
    const open = {
      machineId: "oven",
      signalId: null,
      fromUs: nowMinute() * 1e6,
      toUs: null,
      cause: "disconnected",
    } as const;
    const later = {
      ...open,
      signalId: "t",
      fromUs: nowMinute() * 1e6 + 10,
      toUs: nowMinute() * 1e6 + 20,
      cause: "queue-overflow",
    } as const;
    await send(stationId, rollupUpload({ machines, gaps: [open, later] }));
    expect((await floorTile(stationId))?.machines).toMatchObject([{ lastGap: { toUtc: null } }]);
    await send(
      stationId,
      rollupUpload({ afterRevision: 1, machines, gaps: [{ ...open, toUs: nowMinute() * 1e6 + 5 }] }),
    );
    expect((await floorTile(stationId))?.machines).toMatchObject([{ lastGap: { cause: "queue-overflow" } }]);
  });

  test("RU-9 what is older than is kept goes, a few rows with each upload", async () => {
    const stationId = await newStation(plant.mes);
    const old = [bucket(60_000, 1), bucket(nowMinute(), 2)];
    await send(stationId, rollupUpload({ series: [series(old)] }));
    await send(stationId, rollupUpload({ afterRevision: 1 }));
    const rows = await plant.mes.database.query("SELECT last FROM machine_rollup WHERE station_id = $1", [
      stationId,
    ]);
    expect(rows).toEqual([{ last: 2 }]);
  });

  test("RU-1 N3 what does not fit the schema, or comes from another station, changes nothing", async () => {
    const stationId = await newStation(plant.mes);
    const other = await newStation(plant.mes);
    const wrong = rollupUpload({ series: [{ ...series([]), bucketSeconds: 61 as 60 }] });
    expect(problemOf(await post(stationId, wrong)).code).toBe("bad-request");
    expect(problemOf(await post(stationId, rollupUpload({ storeId: "a\u0000" }))).code).toBe("bad-request");
    expect(problemOf(await post(stationId, rollupUpload(), other)).code).toBe("forbidden");
    const newer = { protocolVersion: PROTOCOL_VERSION + 1, anything: true };
    expect(problemOf(await post(stationId, newer)).code).toBe("unsupported-protocol");
    expect(
      await plant.mes.database.query("SELECT 1 AS one FROM signal_feed WHERE station_id = $1", [stationId]),
    ).toEqual([]);
  });
});
