import { beforeAll, describe, expect, test } from "vitest";
import {
  acknowledgementSchema,
  directivePageSchema,
  handshakeSchema,
  MAX_BATCH_EVENTS,
} from "../../../../../shared/protocol/messages.ts";
import { counted, started } from "../../../../testing/sample-events.ts";
import { createStationJournal } from "../../../../testing/station-journal.ts";
import { asPlanner, asStation, call, problemOf } from "../../../../testing/test-app.ts";
import { newJobOrder, newStation } from "../../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../../testing/test-plant.ts";

const plant = testPlantOfFile();

const EPOCH = "01932b7a-0000-4000-8000-000000000001";

describe("a station and the MES", () => {
  test("I-11 the handshake of an epoch nobody has heard of names the genesis", async () => {
    const stationId = await newStation(plant.mes);
    const response = await call(plant.app, {
      url: `/api/v1/stations/${stationId}/handshake?epoch=${EPOCH}`,
      as: asStation(stationId),
    });
    const handshake = handshakeSchema.parse(response.json());
    expect(handshake).toMatchObject({
      mesId: plant.mes.mesId,
      mesEpoch: plant.mes.mesEpoch,
      head: { epoch: EPOCH, seq: 0, hash: "0".repeat(64) },
    });
  });

  test("I-9 I-11 a batch is acknowledged, and the next handshake says the same", async () => {
    const stationId = await newStation(plant.mes);
    const order = await newJobOrder(plant.mes);
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: order });
    journal.record("parts.counted", counted(3), { jobOrder: order });
    const as = asStation(stationId);
    const url = `/api/v1/stations/${stationId}`;
    const sent = await call(plant.app, { url: `${url}/journal`, as, body: journal.upload() });
    const ack = acknowledgementSchema.parse(sent.json());
    expect(ack).toMatchObject({
      stationId,
      mesId: plant.mes.mesId,
      epoch: journal.epoch,
      ackSeq: 2,
      ackHash: journal.entries[1]?.hash,
      verdicts: [
        { seq: 1, verdict: "applied" },
        { seq: 2, verdict: "applied" },
      ],
    });
    const greeted = await call(plant.app, { url: `${url}/handshake?epoch=${journal.epoch}`, as });
    expect(handshakeSchema.parse(greeted.json()).head).toEqual({
      epoch: journal.epoch,
      seq: ack.ackSeq,
      hash: ack.ackHash,
    });
  });

  test("directives come dense, in pages, with bodies as they were imported", async () => {
    const workUnit = "CNC-DIR";
    const stationId = await newStation(plant.mes, workUnit);
    const extra = { workUnit, colour: { "ral ü": [1, null] } };
    const order = await newJobOrder(plant.mes, extra);
    await call(plant.app, { method: "POST", url: `/api/v1/orders/${order}/cancel`, as: asPlanner });
    const response = await call(plant.app, {
      url: `/api/v1/stations/${stationId}/directives?after=0`,
      as: asStation(stationId),
    });
    const page = directivePageSchema.parse(response.json());
    const ours = page.directives.filter(({ id }) => id === order);
    expect(page.directives.map(({ seq }) => seq)).toEqual(page.directives.map((_, index) => index + 1));
    expect(page.lastSeq).toBe(page.directives.length);
    expect(ours.map(({ body }) => body)).toMatchObject([
      { ...extra, status: "released" },
      { ...extra, status: "cancelled" },
    ]);
  });
});

describe("N5 refusals a station may meet", () => {
  let stationId: string;
  const journal = createStationJournal();
  for (let count = 0; count < 3; count += 1) journal.record("parts.counted", counted(1));
  beforeAll(async () => {
    stationId = await newStation(plant.mes);
    await call(plant.app, {
      url: `/api/v1/stations/${stationId}/journal`,
      as: asStation(stationId),
      body: journal.upload(1, 1),
    });
  });

  const upload = (body: unknown, as = asStation(stationId)) =>
    call(plant.app, { url: `/api/v1/stations/${stationId}/journal`, as, body });

  test("N5 409 gap, with the head to go on from", async () => {
    const response = await upload(journal.upload(3));
    expect(response.statusCode).toBe(409);
    expect(problemOf(response)).toMatchObject({
      code: "gap",
      head: { seq: 1, hash: journal.entries[0]?.hash },
    });
  });

  test("N5 409 fork, with the head that stays", async () => {
    const other = createStationJournal(journal.epoch);
    other.record("parts.counted", counted(9));
    const response = await upload(other.upload());
    expect(response.statusCode).toBe(409);
    expect(problemOf(response)).toMatchObject({ code: "fork", head: { seq: 1 } });
  });

  test("N5 413 for more than a batch may hold", async () => {
    const response = await upload({ ...journal.upload(2), filler: "x".repeat(1_200_000) });
    expect(response.statusCode).toBe(413);
    expect(problemOf(response).code).toBe("too-large");
  });

  test("I-18 N5 400 for more events than a batch may hold", async () => {
    const long = createStationJournal();
    for (let count = 0; count <= MAX_BATCH_EVENTS; count += 1) long.record("parts.counted", {});
    const response = await upload(long.upload());
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).message).toContain("events must NOT have more than 500 items");
  });

  test("N5 429 with retry-after while a batch of the station is being written", async () => {
    const busy = await newStation(plant.mes);
    const long = createStationJournal();
    for (let count = 0; count < 300; count += 1) long.record("parts.counted", counted(1));
    const once = { url: `/api/v1/stations/${busy}/journal`, as: asStation(busy), body: long.upload() };
    const responses = await Promise.all([
      call(plant.app, once),
      call(plant.app, once),
      call(plant.app, once),
    ]);
    const refused = responses.filter(({ statusCode }) => statusCode === 429);
    expect(responses.some(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    for (const response of refused) {
      expect(response.headers["retry-after"]).toBe("1");
      expect(problemOf(response).code).toBe("too-many-requests");
    }
    expect((await call(plant.app, once)).statusCode).toBe(200);
  });

  test("N5 400 unsupported-protocol before the shape is looked at", async () => {
    const response = await upload({ protocolVersion: 2, bundle: [] });
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).code).toBe("unsupported-protocol");
  });

  test("I-7 400 for a hash that does not match", async () => {
    const [, second] = journal.entries;
    const response = await upload({ ...journal.upload(2, 2), events: [{ ...second, payload: "{}" }] });
    expect(response.statusCode).toBe(400);
    expect(problemOf(response).message).toBe("events[0]: hash does not match the content");
  });

  test("a station that the planner never enrolled is not let in", async () => {
    const stranger = {
      url: "/api/v1/stations/WS-NONE/journal",
      as: asStation("WS-NONE"),
      body: journal.upload(),
    };
    expect((await call(plant.app, stranger)).statusCode).toBe(401);
  });
});

describe("N3 bodies that are not what they should be", () => {
  const headersFor = (stationId: string, contentType: string) => ({
    authorization: `Bearer token-${stationId}`,
    "content-type": contentType,
  });

  test.each([
    ["a page", "text/html", "<html>", 415],
    ["plain text", "text/plain", "{}", 415],
    ["a form", "application/x-www-form-urlencoded", "a=1", 415],
    ["another charset of JSON type", "application/json-patch", "{}", 415],
    ["cut-off JSON", "application/json", '{"protocolVersion":1,', 400],
    ["no body", "application/json", "", 400],
    ["null", "application/json", "null", 400],
    ["a list", "application/json", "[]", 400],
    ["__proto__", "application/json", '{"__proto__":{"x":1},"protocolVersion":1}', 400],
    ["deep nesting", "application/json", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, 400],
    ["a number as text", "application/json", '{"protocolVersion":"1"}', 400],
    ["1e400", "application/json", '{"protocolVersion":1e400}', 400],
  ])("N3 F3 M4 %s: a clear refusal, and nothing stored", async (_, contentType, payload, status) => {
    const stationId = await newStation(plant.mes);
    const response = await plant.app.inject({
      method: "POST",
      url: `/api/v1/stations/${stationId}/journal`,
      headers: headersFor(stationId, contentType),
      payload,
    });
    expect(response.statusCode).toBe(status);
    expect(problemOf(response).message).not.toBe("");
    const rows = await plant.mes.database.query("SELECT 1 FROM station_epoch WHERE station_id = $1", [
      stationId,
    ]);
    expect(rows).toEqual([]);
  });

  test.each(["..%2f..%2fetc", "WS%00", "a b", "x".repeat(41), "%F0%9F%8F%AD"])(
    "F2 station id %s",
    async (stationId) => {
      const response = await call(plant.app, {
        url: `/api/v1/stations/${stationId}/handshake?epoch=${EPOCH}`,
        as: asPlanner,
      });
      expect([400, 404]).toContain(response.statusCode);
      problemOf(response);
    },
  );

  test.each(["after=-1", "after=1e3", "after=", "", "after=9999999999999999", "after=1%00"])(
    "F2 directives?%s",
    async (query) => {
      const stationId = await newStation(plant.mes);
      const response = await call(plant.app, {
        url: `/api/v1/stations/${stationId}/directives?${query}`,
        as: asStation(stationId),
      });
      expect(response.statusCode).toBe(400);
    },
  );
});
