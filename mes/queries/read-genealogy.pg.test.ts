import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadedLot } from "../../shared/domain/testing/loaded-lot.ts";
import type { LotGenealogy, LotRecall, OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import { mesAroundTests } from "../testing/mes-around-tests.ts";
import { measured, reported, reversed } from "../testing/sample-events.ts";
import { bucket, rollupUpload, series } from "../testing/sample-rollups.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { asStation, call, openTestApp } from "../testing/test-app.ts";
import { newJobOrder, newStation, send, verdictsOf } from "../testing/test-mes.ts";

/*
 * Invariant: what the MES says of a lot is the fold over the journals of all stations, in whatever order they arrive.
 * Worst outcome if violated: a recall that misses pieces, or one of pieces that never held the lot.
 */

const mes = mesAroundTests("PostgreSQL");
let app: FastifyInstance;
beforeAll(async () => {
  app = await openTestApp(mes());
});
afterAll(() => app.close());

const newLot = () => `L-${randomUUID().slice(0, 8)}`;
const started = { countAuthority: "operator", plannedQuantity: 600 };

async function read<Page>(url: string): Promise<Page> {
  const response = await call(app, { url: `/api/v1/genealogy/${url}` });
  expect(response.statusCode).toBe(200);
  return response.json();
}

interface Work {
  readonly journal: StationJournal;
  readonly jobOrder: string;
}

/** A station that loads two lots one after the other, and takes back a piece of the first under the second. */
function worked({ journal, jobOrder }: Work, first: string, second: string): void {
  const on = { jobOrder, actor: "P-1001" };
  journal.record("order.started", started, on);
  journal.record("material.loaded", loadedLot({ lotId: first }), { ...on, version: 2 });
  const booked = journal.record("quantity.reported", reported({ good: 40 }), on);
  journal.record("material.loaded", loadedLot({ lotId: second }), { ...on, version: 2 });
  journal.record("quantity.reported", reported({ good: 8, scrap: 2 }), on);
  journal.record("quantity.reversed", reversed(booked.eventId, { good: -3 }, 3), { ...on, version: 2 });
  journal.record("measurement.recorded", measured(), on);
}

async function madeLot(lotId: string, madeByJobOrderId: string): Promise<void> {
  const item = { itemId: "FLANGE-40", name: "Flange 40" };
  const lot = { lotId, item, quantity: 50, expiresUtc: null, hold: null, madeByJobOrderId };
  await mes().execute({
    kind: "import-master-data",
    atUtc: mes().nowUtc(),
    dataKind: "lot",
    items: [lot],
    remove: [],
  });
}

describe("genealogy at the MES", () => {
  test("MA-22 backward and forward, with pieces, people and gauges, corrections included", async () => {
    const [first, second] = [newLot(), newLot()];
    const stationId = await newStation(mes());
    const jobOrder = await newJobOrder(mes());
    const journal = createStationJournal();
    worked({ journal, jobOrder }, first, second);
    expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual(Array(7).fill("applied"));

    const order = await read<OrderGenealogy>(`orders/${jobOrder}`);
    expect(order.lots).toMatchObject([
      { lotId: first, fromPieces: 0, toPieces: 37, consumed: "37" },
      { lotId: second, fromPieces: 37, toPieces: 47, consumed: "10", toUtc: null },
    ]);
    expect(order.work[0]?.pieces).toBe(47);
    expect(order.work[0]?.partakers.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "person P-1001",
      "gauge MIT-07",
    ]);
    const piece = await read<OrderGenealogy>(`orders/${jobOrder}?stationId=${stationId}&piece=38`);
    expect(piece.lots.map(({ lotId }) => lotId)).toEqual([second]);
    const lot = await read<LotGenealogy>(`lots/${first}`);
    expect(lot.uses).toMatchObject([{ jobOrderId: jobOrder, stationId, fromPieces: 0, toPieces: 37 }]);
  });

  test("MA-23 I-21 two stations on one order give the same in any order of arrival", async () => {
    const lots = [newLot(), newLot()] as const;
    const told: OrderGenealogy["lots"][] = [];
    for (const turned of [false, true]) {
      const jobOrder = await newJobOrder(mes());
      const stations = [await newStation(mes()), await newStation(mes())];
      const journals = stations.map(() => createStationJournal());
      for (const journal of journals) worked({ journal, jobOrder }, ...lots);
      const batches = journals.flatMap((journal, station) => [
        { station, upload: journal.upload(1, 3) },
        { station, upload: journal.upload(4, 7) },
      ]);
      const mixed = turned ? [batches[2], batches[0], batches[1], batches[3]] : batches;
      for (const batch of mixed) {
        if (batch !== undefined) await send(mes(), stations[batch.station] ?? "", batch.upload);
      }
      const { lots: usages } = await read<OrderGenealogy>(`orders/${jobOrder}`);
      const plain = usages.map((usage) => ({ ...usage, stationId: "", jobOrderId: "", loadEventId: "" }));
      told.push(plain);
    }
    expect(told[0]).toHaveLength(4);
    expect(told[1]).toEqual(told[0]);
  });

  test("MA-24 a recall goes through lots made of the lot; an order that nobody took it for is not in it", async () => {
    const [raw, made, other] = [newLot(), newLot(), newLot()];
    const stationId = await newStation(mes());
    const [turning, assembly] = [await newJobOrder(mes()), await newJobOrder(mes())];
    const journal = createStationJournal();
    worked({ journal, jobOrder: turning }, raw, other);
    const on = { jobOrder: assembly, actor: "P-1001" };
    journal.record("order.started", started, on);
    journal.record("material.loaded", loadedLot({ lotId: made, itemId: "FLANGE-40" }), { ...on, version: 2 });
    journal.record("quantity.reported", reported({ good: 5 }), on);
    await madeLot(made, turning);
    await send(mes(), stationId, journal.upload());

    const recall = await read<LotRecall>(`lots/${raw}/recall`);
    expect(recall).toMatchObject({
      pieces: 42,
      affected: [
        { jobOrderId: turning, fromPieces: 0, toPieces: 37, viaLotId: raw, depth: 1 },
        { jobOrderId: assembly, fromPieces: 0, toPieces: 5, viaLotId: made, depth: 2 },
      ],
    });
    expect((await read<LotGenealogy>(`lots/${made}`)).madeByJobOrderId).toBe(turning);
    expect((await read<OrderGenealogy>(`orders/${turning}`)).madeLots).toEqual([made]);
  });

  test("MA-37 a recall goes on through the operations of a route; a piece that went through two is one piece", async () => {
    const lotId = newLot();
    const stationId = await newStation(mes());
    const route = { productionOrderId: `P-${lotId}`, transferQuantity: null };
    const turning = await newJobOrder(mes(), { route: { ...route, sequence: 10, previousJobOrderId: null } });
    const washing = await newJobOrder(mes(), {
      route: { ...route, sequence: 20, previousJobOrderId: turning },
    });
    const journal = createStationJournal();
    worked({ journal, jobOrder: turning }, lotId, newLot());
    journal.record("order.started", started, { jobOrder: washing });
    journal.record("quantity.reported", reported({ good: 45 }), { jobOrder: washing });
    await send(mes(), stationId, journal.upload());

    expect(await read<LotRecall>(`lots/${lotId}/recall`)).toMatchObject({
      pieces: 45,
      affected: [
        { jobOrderId: turning, fromPieces: 0, toPieces: 37, viaLotId: lotId, depth: 1 },
        { jobOrderId: washing, fromPieces: 0, toPieces: 45, viaLotId: lotId, depth: 1 },
      ],
    });
  });

  test("MA-25 a lot is found also where the MES does not know the order; a reversal of nothing is refused", async () => {
    const lotId = newLot();
    const stationId = await newStation(mes());
    const journal = createStationJournal();
    const on = { jobOrder: `gone-${lotId}`, version: 2 };
    const load = journal.record("material.loaded", loadedLot({ lotId }), on);
    const wrong = { reverses: load.eventId, deed: "issued", lotId, itemId: "RING-40", quantity: "0" };
    journal.record("material.reversed", wrong, { jobOrder: on.jobOrder });
    journal.record("material.loaded", loadedLot({ lotId }), { version: 2 });
    journal.record("material.reversed", { ...wrong, deed: "loaded" }, { jobOrder: on.jobOrder });
    expect(verdictsOf(await send(mes(), stationId, journal.upload()))).toEqual([
      "applied",
      "rejected: unknown-reversal",
      "rejected: invalid-payload",
      "applied",
    ]);
    expect((await read<LotGenealogy>(`lots/${lotId}`)).uses).toEqual([]);
  });

  test("MA-34 MA-36 an order has its revisions and what its machine measured, a piece those of its own time", async () => {
    const stationId = await newStation(mes());
    const jobOrder = await newJobOrder(mes());
    const journal = createStationJournal();
    const revision = (number: string) => [{ documentId: "AA-0711", title: "Turning", revision: number }];
    // An hour ago: what is measured by the minute is kept for a month.
    const beganSeconds = Math.floor(Date.now() / 60_000) * 60 - 3_600;
    const minute = (place: number) => beganSeconds + place * 60;
    const at = (place: number) => ({ jobOrder, atUtc: new Date(minute(place) * 1_000).toISOString() });
    journal.record("order.started", { ...started, instructions: revision("7") }, at(0));
    journal.record("quantity.reported", reported({ good: 5 }), at(1));
    journal.record("order.paused", { reasonCode: "P" }, at(2));
    journal.record("order.resumed", { instructions: revision("8") }, at(3));
    journal.record("quantity.reported", reported({ good: 1 }), at(4));
    await send(mes(), stationId, journal.upload());
    const buckets = [10, 20, 30, 40, 50].map((value, place) => bucket(minute(place), value));
    const machines = [{ machineId: "lathe", name: "Lathe", workUnit: "CNC-2" }];
    const body = rollupUpload({ upTo: 1, machines, series: [series(buckets)] });
    await call(app, { url: `/api/v1/stations/${stationId}/rollups`, as: asStation(stationId), body });

    const [all] = (await read<OrderGenealogy>(`orders/${jobOrder}`)).work;
    expect(all?.instructions).toMatchObject([
      { revision: "7", fromPieces: 0, toPieces: 5 },
      { revision: "8", fromPieces: 5, toPieces: 6 },
    ]);
    expect(all?.values).toMatchObject([
      { machineName: "Lathe", signalId: "load", mean: 30, min: 10, max: 50 },
    ]);
    const [sixth] = (await read<OrderGenealogy>(`orders/${jobOrder}?stationId=${stationId}&piece=6`)).work;
    expect(sixth?.instructions).toMatchObject([{ revision: "8" }]);
    expect(sixth?.window).toEqual({ fromUtc: at(3).atUtc, toUtc: at(4).atUtc });
    expect(sixth?.values).toMatchObject([{ mean: 45, points: [40, 50] }]);
  });

  test("MA-26 what nobody knows is not found; a recall of it is an empty list", async () => {
    expect((await call(app, { url: "/api/v1/genealogy/lots/none" })).statusCode).toBe(404);
    expect((await call(app, { url: "/api/v1/genealogy/orders/none" })).statusCode).toBe(404);
    expect((await call(app, { url: "/api/v1/genealogy/orders/none?piece=1" })).statusCode).toBe(400);
    expect(await read<LotRecall>("lots/none/recall")).toMatchObject({
      lotId: "none",
      pieces: 0,
      affected: [],
    });
  });
});
