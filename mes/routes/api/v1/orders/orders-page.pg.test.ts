import { describe, expect, test } from "vitest";
import type { JobOrder } from "../../../../../shared/domain/orders/job-order.ts";
import { directivePageSchema } from "../../../../../shared/protocol/messages.ts";
import {
  type OrdersPage,
  orderDetailSchema,
  ordersPageSchema,
} from "../../../../../shared/protocol/pages.ts";
import { mergeOrderState } from "../../../../queries/order-state.ts";
import { markEnded } from "../../../../repositories/job-order-repository.ts";
import { takersSince } from "../../../../repositories/lot-repository.ts";
import { counted, reported, started } from "../../../../testing/sample-events.ts";
import { createStationJournal } from "../../../../testing/station-journal.ts";
import { asPlanner, asStation, call, problemOf } from "../../../../testing/test-app.ts";
import { jobOrder, newJobOrder, newStation, send } from "../../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../../testing/test-plant.ts";

const YEAR_MS = 365 * 86_400_000;
const plant = testPlantOfFile();

async function read(query = ""): Promise<OrdersPage> {
  const answer = await call(plant.app, { url: `/api/v1/orders${query}` });
  return ordersPageSchema.parse(answer.json());
}

const ids = (page: OrdersPage): readonly string[] => page.orders.map(({ jobOrderId }) => jobOrderId);

async function newOrders(
  workUnit: string,
  ...changes: readonly Partial<JobOrder>[]
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const change of changes) made.push(await newJobOrder(plant.mes, { workUnit, ...change }));
  return made;
}

describe("3.2 the list of orders", () => {
  test("3.2 open orders by due time, behind them those that ended, page by page; a search finds both", async () => {
    const due = (day: number): string => `2026-12-0${day}T10:00:00.000Z`;
    const [late = "", soon = "", old = "", older = ""] = await newOrders(
      "LIST",
      { dueUtc: due(5) },
      { dueUtc: due(4) },
      { dueUtc: due(3), item: { itemId: "VALVE_9", name: "Valve 100%" } },
      { dueUtc: due(2) },
    );
    for (const id of [old, older])
      await call(plant.app, { method: "POST", url: `/api/v1/orders/${id}/cancel`, as: asPlanner });
    expect(ids(await read("?workUnit=LIST"))).toEqual([soon, late, old, older]);
    const parts = [1, 2, 3].map((page) => read(`?workUnit=LIST&limit=3&page=${page}`));
    expect((await Promise.all(parts)).map(ids)).toEqual([[soon, late, old], [older], []]);
    expect(await read("?workUnit=LIST&limit=1&page=2")).toMatchObject({ total: 4, page: 2, limit: 1 });
    expect(ids(await read("?workUnit=LIST&filter=finished"))).toEqual([old, older]);
    expect(ids(await read("?search=valve_9%20list"))).toEqual([old]);
    expect(ids(await read("?search=valve%20100%25"))).toEqual([old]);
    expect(ids(await read("?search=v_lve"))).toEqual([]);
    const { counts } = await read("?filter=finished");
    expect(counts).toMatchObject({ finished: 2, all: 4 });
  });

  test.each(["?page=0", "?page=one", "?limit=201", "?filter=open", "?timeZone=Hall/2", "?what=else"])(
    "F1 3.2 %s is refused in words",
    async (query) => {
      const answer = await call(plant.app, { url: `/api/v1/orders${query}` });
      expect(answer.statusCode).toBe(400);
      expect(problemOf(answer).message).not.toBe("");
    },
  );

  test("OR-8 an order is among those that ended exactly when its state says so, whatever its stations tell", async () => {
    const states = ["none", "setting-up", "running", "paused", "held", "finished", "aborted"] as const;
    const [first, second] = [await newStation(plant.mes, "ENDS"), await newStation(plant.mes, "ENDS")];
    const [id = ""] = await newOrders("ENDS", {});
    const { database } = plant.mes;
    for (const one of states)
      for (const other of states) {
        await database.query("DELETE FROM station_order WHERE job_order_id = $1", [id]);
        await database.query(
          `INSERT INTO station_order (station_id, job_order_id, state, hold)
           VALUES ($1, $3, $4, 'none'), ($2, $3, $5, 'none')`,
          [first, second, id, one, other],
        );
        await markEnded(database, [id]);
        const rows = await database.query("SELECT ended FROM job_order WHERE job_order_id = $1", [id]);
        const state = mergeOrderState({ status: "released", hold: null, blockedBy: null }, [one, other]);
        expect({ one, other, rows }).toEqual({
          ...{ one, other },
          rows: [{ ended: state === "finished" || state === "aborted" }],
        });
      }
  });

  test("MA-41 stations' takings since a lot was told of are off, and the age of its quantity is said; told anew it counts anew", async () => {
    const station = await newStation(plant.mes, "TAKE");
    const line = { itemId: "BAR-T", name: "Bar", location: "R1", quantityPerPiece: "2" };
    const [id = ""] = await newOrders("TAKE", {
      plannedQuantity: 60,
      countAuthority: "operator",
      materials: [line],
    });
    const tell = (change: object, atUtc = plant.mes.nowUtc()) => {
      const lot = {
        lotId: "T-1",
        item: { itemId: "BAR-T", name: "Bar" },
        quantity: 120,
        expiresUtc: null,
        hold: null,
      };
      const items = [{ ...lot, ...change }];
      return plant.mes.execute({
        kind: "import-master-data",
        atUtc,
        dataKind: "lot",
        items,
        remove: [],
      });
    };
    const material = async () =>
      orderDetailSchema.parse((await call(plant.app, { url: `/api/v1/orders/${id}` })).json()).order.outlook
        ?.material;
    const toldAt = new Date().toISOString();
    await tell({}, toldAt);
    expect(await material()).toMatchObject({ kind: "ready", toldUtc: toldAt });
    const journal = createStationJournal();
    const load = {
      lotId: "T-1",
      itemId: "BAR-T",
      quantity: "120",
      unit: "",
      revision: null,
      quantityPerPiece: "2",
    };
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const on = { jobOrder: id, actor: "P-1001", atUtc: later };
    journal.record("order.started", { ...started, countAuthority: "operator" }, on);
    journal.record(
      "material.loaded",
      { ...load, backflush: true, atPieces: 0, formerLotId: null },
      { ...on, version: 2 },
    );
    journal.record("quantity.reported", { ...reported({ good: 0 }), scrap: 30 }, on);
    await send(plant.mes, station, journal.upload());
    // 60 of 120 went into scrap: 60 are left for 60 good pieces, which take 120.
    expect(await material()).toMatchObject({ kind: "part", percent: 50 });
    await tell({ location: "R2" });
    expect(await material()).toMatchObject({ kind: "part", percent: 50 });
    const counted = new Date(Date.now() + 7_200_000).toISOString();
    await tell({ quantityAsOfUtc: counted });
    expect(await material()).toMatchObject({ kind: "ready", toldUtc: counted });
  });

  test("MA-41 ST-7 of a station whose clock is a year behind what it took is off all the same, counts too", async () => {
    const station = await newStation(plant.mes, "SLOW");
    const line = { itemId: "BAR-S", name: "Bar", location: "R1", quantityPerPiece: "2" };
    const [id = ""] = await newOrders("SLOW", { plannedQuantity: 60, materials: [line] });
    const item = { itemId: "BAR-S", name: "Bar" };
    const lot = { lotId: "S-1", item, quantity: 120, expiresUtc: null, hold: null };
    const atUtc = plant.mes.nowUtc();
    const tell = { kind: "import-master-data", dataKind: "lot", items: [lot], remove: [] } as const;
    await plant.mes.execute({ ...tell, atUtc });
    const second = Math.ceil(Date.parse(atUtc) / 1_000) * 1_000 + 3_600_000;
    const on = (ms: number) => {
      const told = { atUtc: new Date(second - YEAR_MS + ms).toISOString(), mesOffsetMs: YEAR_MS };
      return { jobOrder: id, actor: "P-1001", ...told };
    };
    const load = { lotId: "S-1", itemId: "BAR-S", quantity: "120", unit: "", revision: null };
    const loaded = { ...load, quantityPerPiece: "2", backflush: true, atPieces: 0, formerLotId: null };
    const journal = createStationJournal();
    journal.record("order.started", started, on(0));
    journal.record("material.loaded", loaded, { ...on(0), version: 2 });
    journal.record("parts.counted", counted(30), on(0));
    journal.record("quantity.reported", reported({ scrap: 30 }), on(0));
    const ended = { good: 0, scrap: 30, rework: 0, missing: 60, reasonCode: "A" };
    journal.record("order.aborted", ended, on(500));
    await send(plant.mes, station, journal.upload(1, 4));
    const { order } = orderDetailSchema.parse(
      (await call(plant.app, { url: `/api/v1/orders/${id}` })).json(),
    );
    expect(order.outlook?.material).toMatchObject({ kind: "part", percent: 50 });
    await send(plant.mes, station, journal.upload(5));
    // Half a second after the whole second that the planner names without a point.
    const asOf = (ms: number) => new Date(second + ms).toISOString().replace(".000Z", "Z");
    const told = (ms: number) => ({ lotId: "S-1", toldUtc: asOf(ms) });
    const takers = (ms: number) => takersSince(plant.mes.database, [told(ms)]);
    expect([await takers(0), await takers(1_000)]).toEqual([[{ jobOrderId: id, ...told(0) }], []]);
  });

  test("OR-14 what was not set up yet takes the planned set-up, or what earlier ones of its kind took", async () => {
    const station = await newStation(plant.mes, "SETS");
    const kind = { item: { itemId: "SET-1", name: "Set" }, plannedQuantity: 1, idealCycleSeconds: 60 };
    const [done = "", next = ""] = await newOrders("SETS", kind, { ...kind, setUpSeconds: 3_600 });
    const minutesOf = async (): Promise<number> => {
      const { order } = orderDetailSchema.parse(
        (await call(plant.app, { url: `/api/v1/orders/${next}` })).json(),
      );
      const forecast = order.outlook?.forecast;
      if (forecast?.kind !== "ready") throw new Error("It is known");
      return (Date.parse(forecast.readyUtc) - Date.parse(forecast.startUtc)) / 60_000;
    };
    await call(plant.app, {
      method: "POST",
      url: `/api/v1/orders/${done}/hold`,
      as: asPlanner,
      body: { reason: "Q" },
    });
    expect(await minutesOf()).toBe(61);
    await call(plant.app, { method: "POST", url: `/api/v1/orders/${done}/release`, as: asPlanner, body: {} });
    const journal = createStationJournal();
    const at = (minute: number) => ({ jobOrder: done, atUtc: `2026-11-22T08:${minute}:00.000Z` });
    // Its clock was a year behind, and was put right while it was set up (ST-7).
    const begun = { jobOrder: done, atUtc: "2025-11-22T08:10:00.000Z", mesOffsetMs: YEAR_MS };
    journal.record("order.started", { ...started, phase: "set-up" }, begun);
    journal.record("order.run-begun", {}, at(22));
    journal.record("order.finished", { good: 0, scrap: 0, rework: 0 }, at(30));
    await send(plant.mes, station, journal.upload());
    expect(await minutesOf()).toBe(13);
  });

  test("OR-13 an order has its forecast from its own counts, and the operation before it is waited for", async () => {
    const station = await newStation(plant.mes, "PACE");
    const route = (sequence: number, previousJobOrderId: string | null) => ({
      ...{ productionOrderId: "P-PACE", sequence, previousJobOrderId, transferQuantity: null },
    });
    const dueUtc = new Date(Date.now() + 86_400_000).toISOString();
    const [turn = ""] = await newOrders("PACE", { dueUtc, plannedQuantity: 100, route: route(10, null) });
    const wash = { number: "40", name: "Wash" };
    const [next = ""] = await newOrders("WASH", {
      dueUtc,
      plannedQuantity: 100,
      operation: wash,
      route: route(20, turn),
    });
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: turn });
    await send(plant.mes, station, journal.upload());
    const row = async (id: string) =>
      orderDetailSchema.parse((await call(plant.app, { url: `/api/v1/orders/${id}` })).json());
    const { order, timeline } = await row(turn);
    expect(order).toMatchObject({ nextOperation: "40 Wash", productionOrderId: "P-PACE", state: "running" });
    expect(order.outlook).toMatchObject({
      forecast: { kind: "ready", basis: "standard" },
      ...{ risk: { kind: "on-time" }, material: { kind: "none-needed" }, queuePlace: null },
    });
    expect(timeline.operations.map(({ operation, done }) => [operation, done !== null])).toEqual([
      ["30 Turn", true],
      ["40 Wash", false],
    ]);
    const waiting = (await row(next)).order.outlook;
    const [mine, before] = [waiting?.forecast, order.outlook?.forecast];
    if (mine?.kind !== "ready" || before?.kind !== "ready") throw new Error("Both have a forecast");
    expect(Date.parse(mine.startUtc)).toBeGreaterThanOrEqual(Date.parse(before.readyUtc));
    expect(waiting?.queuePlace).toEqual({ place: 1, of: 1 });
  });
});

describe("OR-12 the queue", () => {
  const move = (id: string, to: "up" | "down") =>
    call(plant.app, { method: "POST", url: `/api/v1/orders/${id}/${to}`, as: asPlanner });

  async function queueOf(workUnit: string): Promise<readonly string[]> {
    const { orders } = await read(`?workUnit=${workUnit}`);
    const place = ({ outlook }: OrdersPage["orders"][number]): number => outlook?.queuePlace?.place ?? 0;
    return orders.toSorted((left, right) => place(left) - place(right)).map(({ jobOrderId }) => jobOrderId);
  }

  test("OR-12 what the planner moved stands so at the MES and is told to the station, and an import leaves it there", async () => {
    const stationId = await newStation(plant.mes, "QUEUE");
    const [a = "", b = "", c = ""] = await newOrders(
      "QUEUE",
      { priority: 1 },
      { priority: 2 },
      { priority: 3 },
    );
    expect(await queueOf("QUEUE")).toEqual([a, b, c]);
    expect((await move(c, "up")).json()).toEqual({ outcome: "done" });
    expect(await queueOf("QUEUE")).toEqual([a, c, b]);
    expect((await move(a, "up")).json()).toEqual({ outcome: "was-so" });
    expect((await move(b, "down")).json()).toEqual({ outcome: "was-so" });

    const url = `/api/v1/stations/${stationId}/directives?after=0`;
    const told = directivePageSchema.parse((await call(plant.app, { url, as: asStation(stationId) })).json());
    const numbers = new Map(told.directives.map(({ id, body }) => [id, body?.queueNumber]));
    expect([a, c, b].map((id) => numbers.get(id))).toEqual([1, 2, 3]);

    const again = await call(plant.app, {
      ...{ url: "/api/v1/orders", as: asPlanner },
      body: { jobOrders: [jobOrder(c, { workUnit: "QUEUE", priority: 3, plannedQuantity: 50 })] },
    });
    expect(again.statusCode).toBe(200);
    expect(await queueOf("QUEUE")).toEqual([a, c, b]);
  });

  test("OR-12 CF-16 an order that was begun is not moved, and one that waits steps past it", async () => {
    const stationId = await newStation(plant.mes, "BEGUN");
    const [a = "", b = "", c = ""] = await newOrders(
      "BEGUN",
      { priority: 1 },
      { priority: 2 },
      { priority: 3 },
    );
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: b });
    await send(plant.mes, stationId, journal.upload());
    const refused = await move(b, "up");
    expect([refused.statusCode, problemOf(refused).message]).toEqual([
      400,
      `Order ${b} is begun already; only an order that waits is moved`,
    ]);
    expect((await move(c, "up")).json()).toEqual({ outcome: "done" });
    expect((await queueOf("BEGUN")).filter((id) => id !== b)).toEqual([c, a]);
    await call(plant.app, { method: "POST", url: `/api/v1/orders/${a}/cancel`, as: asPlanner });
    expect((await move(a, "up")).statusCode).toBe(400);
    expect((await move("nowhere", "up")).statusCode).toBe(404);
  });
});
