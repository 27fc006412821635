import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reworkOrderId } from "../../shared/domain/orders/route.ts";
import { routeBalance } from "../../shared/domain/orders/route-balance.ts";
import { orderRouteSchema } from "../../shared/protocol/route-page.ts";
import { readRoute } from "../queries/read-route.ts";
import { readRouteOrders } from "../repositories/route-repository.ts";
import { DATABASES, mesAroundTests } from "../testing/mes-around-tests.ts";
import { orderSums } from "../testing/order-sums.ts";
import { newRoutePlant, type RoutePlant, toldOrders } from "../testing/route-plant.ts";
import { reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { newJobOrder, send, verdictsOf } from "../testing/test-mes.ts";
import { routeNodes } from "./route-news.ts";

const begin = { ...started, countAuthority: "operator" };

function begun(order: string): StationJournal {
  const journal = createStationJournal();
  journal.record("order.started", begin, { jobOrder: order });
  return journal;
}

const sentBack = (rework: number, to: string) => ({
  ...reported({ rework }),
  reasonCode: "R-BURR",
  reworkTo: { jobOrderId: to, operation: "10" },
});

const productionOrderOf = ({ turn }: RoutePlant): string => turn.slice(0, -"-10".length);

describe.each(DATABASES)("routes of production orders, on %s", (database) => {
  const mes = mesAroundTests(database);

  const upstreams = async (stationId: string) =>
    (await toldOrders(mes(), stationId)).map(({ upstream }) => [upstream?.handedOn, upstream?.isFinished]);

  test("RW-2 RW-3 what was handed on goes down once a boundary, never once a piece", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 60, transferQuantity: 24 });
    const journal = begun(plant.turn);
    for (let piece = 0; piece < 50; piece += 1)
      journal.record("quantity.reported", reported({ good: 1 }), { jobOrder: plant.turn });
    for (let at = 1; at <= journal.entries.length; at += 1)
      await send(mes(), plant.turnStation, journal.upload(at, at));
    expect(await upstreams(plant.assembleStation)).toEqual([
      [0, false],
      [24, false],
      [48, false],
    ]);
    journal.record("order.finished", { good: 50, scrap: 0, rework: 0 }, { jobOrder: plant.turn });
    await send(mes(), plant.turnStation, journal.upload(52));
    expect((await upstreams(plant.assembleStation)).at(-1)).toEqual([50, true]);
    const told = (await toldOrders(mes(), plant.assembleStation)).at(-1);
    expect(told?.earlierOperations).toMatchObject([
      { jobOrderId: plant.turn, operation: { number: "10", name: "Turn" }, plannedQuantity: 60 },
    ]);
  });

  test("RW-2 erpnext#45440 8 of 10 and then the rest are 10, never 18", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: 1 });
    const journal = begun(plant.turn);
    for (const good of [8, 2])
      journal.record("quantity.reported", reported({ good }), { jobOrder: plant.turn });
    await send(mes(), plant.turnStation, journal.upload());
    expect((await upstreams(plant.assembleStation)).at(-1)).toEqual([10, false]);
    expect(await orderSums(mes(), plant.turn)).toMatchObject({ good: 10 });
  });

  test("RW-2 erpnext#54955 #57892 the loss of one operation is on no other", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: null });
    const journal = begun(plant.turn);
    journal.record("quantity.reported", reported({ good: 7 }), { jobOrder: plant.turn });
    journal.record("quantity.reported", reported({ scrap: 3 }), { jobOrder: plant.turn });
    journal.record("order.finished", { good: 7, scrap: 3, rework: 0 }, { jobOrder: plant.turn });
    await send(mes(), plant.turnStation, journal.upload());
    expect((await upstreams(plant.assembleStation)).at(-1)).toEqual([7, true]);
    expect(await orderSums(mes(), plant.assemble)).toMatchObject({ good: 0, scrap: 0, rework: 0 });
  });

  test("RW-3 a new version of the planner carries what came, and so does a station that is new", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: 2 });
    const journal = begun(plant.turn);
    journal.record("quantity.reported", reported({ good: 5 }), { jobOrder: plant.turn });
    await send(mes(), plant.turnStation, journal.upload());
    const plan = { act: "cut", plannedQuantity: 8 } as const;
    await mes().execute({ kind: "plan-job-order", atUtc: mes().nowUtc(), jobOrderId: plant.assemble, plan });
    const [last] = (await toldOrders(mes(), plant.assembleStation)).slice(-1);
    expect(last).toMatchObject({ plannedQuantity: 8, upstream: { handedOn: 4 } });
    const station = {
      stationId: `${plant.assembleStation}-2`,
      workUnit: last?.workUnit ?? "",
      machineName: "2",
      tokenHash: "x",
    };
    await mes().execute({ kind: "register-station", atUtc: mes().nowUtc(), station });
    expect(await toldOrders(mes(), station.stationId)).toMatchObject([
      { plannedQuantity: 8, upstream: { handedOn: 4 } },
    ]);
  });

  async function reworked(plant: RoutePlant) {
    const journal = begun(plant.turn);
    journal.record("quantity.reported", reported({ good: 10 }), { jobOrder: plant.turn });
    await send(mes(), plant.turnStation, journal.upload());
    const assembly = begun(plant.assemble);
    assembly.record("quantity.reported", reported({ good: 6 }), { jobOrder: plant.assemble });
    const booking = assembly.record("quantity.reported", sentBack(4, plant.turn), {
      jobOrder: plant.assemble,
    });
    const reworkId = reworkOrderId(productionOrderOf(plant), booking.eventId);
    return { journal, assembly, booking, reworkId };
  }

  const balanceOf = async (plant: RoutePlant, jobOrderId: string) =>
    routeBalance(routeNodes(await readRouteOrders(mes().database, productionOrderOf(plant)))).find(
      (one) => one.jobOrderId === jobOrderId,
    );

  test("RW-7 rework goes to the earlier operation as exactly one order, however often the news comes", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: 1 });
    const { assembly, reworkId } = await reworked(plant);
    for (let times = 0; times < 3; times += 1) await send(mes(), plant.assembleStation, assembly.upload());
    const told = (await toldOrders(mes(), plant.turnStation)).filter(({ kind }) => kind === "rework");
    expect(told).toMatchObject([
      {
        jobOrderId: reworkId,
        plannedQuantity: 4,
        operation: { number: "10" },
        countAuthority: "operator",
        materials: [],
        reworkOf: { jobOrderId: plant.assemble, reasonCode: "R-BURR", operation: { number: "20" } },
      },
    ]);
  });

  test("RW-6 reworked pieces come back, are good once, and are not first pass", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: 1 });
    const { assembly, journal, reworkId } = await reworked(plant);
    await send(mes(), plant.assembleStation, assembly.upload());
    const at = journal.entries.length;
    journal.record("order.started", begin, { jobOrder: reworkId });
    journal.record("quantity.reported", reported({ good: 3 }), { jobOrder: reworkId });
    journal.record("quantity.reported", reported({ scrap: 1 }), { jobOrder: reworkId });
    journal.record("order.finished", { good: 3, scrap: 1, rework: 0 }, { jobOrder: reworkId });
    expect(verdictsOf(await send(mes(), plant.turnStation, journal.upload(at + 1)))).not.toContain(
      "rejected",
    );
    const told = (await toldOrders(mes(), plant.assembleStation)).at(-1);
    expect(told).toMatchObject({ jobOrderId: plant.assemble, upstream: { handedOn: 10, returned: 3 } });
    const before = assembly.entries.length;
    assembly.record("quantity.reported", reported({ good: 3 }), { jobOrder: plant.assemble });
    await send(mes(), plant.assembleStation, assembly.upload(before + 1));
    expect(await balanceOf(plant, plant.turn)).toMatchObject({ good: 10, scrap: 0, firstPassYield: 1 });
    expect(await balanceOf(plant, plant.assemble)).toMatchObject({
      good: 9,
      firstPassGood: 6,
      inspected: 10,
      firstPassYield: 0.6,
      scrappedInRework: 1,
      inRework: 0,
      waiting: 0,
    });
  });

  test("RW-10 the page of an order shows all operations of its production order, with their rework beneath", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: 1 });
    const { assembly, reworkId } = await reworked(plant);
    await send(mes(), plant.assembleStation, assembly.upload());
    const productionOrderId = productionOrderOf(plant);
    for (const jobOrderId of [plant.turn, plant.assemble, reworkId]) {
      const route = orderRouteSchema.parse(await readRoute(mes().database, jobOrderId));
      expect(route).toMatchObject({
        productionOrderId,
        operations: [
          { operation: "10 Turn", handedOn: null, good: 10, firstPassYield: 1, reworkOrders: [] },
          {
            operation: "20 Assemble",
            handedOn: 10,
            good: 6,
            rework: 4,
            inRework: 4,
            firstPassYield: 0.6,
            reworkOrders: [
              { jobOrderId: reworkId, operation: "10 Turn", state: "released", plannedQuantity: 4 },
            ],
          },
        ],
      });
    }
    expect(await readRoute(mes().database, await newJobOrder(mes()))).toBeNull();
  });

  test("RW-8 a reversal takes pieces out of the rework order, and with the last of them the order", async () => {
    const plant = await newRoutePlant(mes(), { plannedQuantity: 10, transferQuantity: 1 });
    const { assembly, booking, reworkId } = await reworked(plant);
    const on = { jobOrder: plant.assemble };
    assembly.record("quantity.reversed", reversed(booking.eventId, { rework: -1 }, 1), on);
    await send(mes(), plant.assembleStation, assembly.upload());
    const last = async () =>
      (await toldOrders(mes(), plant.turnStation)).findLast(({ jobOrderId }) => jobOrderId === reworkId);
    expect(await last()).toMatchObject({ plannedQuantity: 3, status: "released" });
    expect(await balanceOf(plant, plant.assemble)).toMatchObject({ rework: 3, routedBack: 3, inRework: 3 });
    const before = assembly.entries.length;
    assembly.record("quantity.reversed", reversed(booking.eventId, { rework: -3 }, 3), on);
    await send(mes(), plant.assembleStation, assembly.upload(before + 1));
    expect(await last()).toMatchObject({ status: "cancelled" });
    expect(await balanceOf(plant, plant.assemble)).toMatchObject({ rework: 0, routedBack: 0, inRework: 0 });
  });

  test("RW-7 I-21 any interleaving and any cut of two stations' logs gives the same orders and the same news", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 })), { maxLength: 12 }),
        async (cuts) => {
          const plant = await newRoutePlant(mes(), { plannedQuantity: 12, transferQuantity: 2 });
          const logs = twoLogs(plant);
          const left = { turn: 1, assemble: 1 };
          for (const [isTurn, size] of [...cuts, [true, 99], [false, 99]] as const) {
            const name = isTurn ? "turn" : "assemble";
            const to = Math.min(left[name] + size - 1, logs[name].entries.length);
            if (to >= left[name])
              await send(
                mes(),
                isTurn ? plant.turnStation : plant.assembleStation,
                logs[name].upload(left[name], to),
              );
            left[name] = to + 1;
          }
          const orders = await readRouteOrders(mes().database, productionOrderOf(plant));
          expect(
            orders.map(({ order, state, good, scrap, rework }) => [
              order.kind ?? "production",
              order.plannedQuantity,
              state,
              good,
              scrap,
              rework,
            ]),
          ).toEqual([
            ["production", 12, "finished", 9, 1, 0],
            ["production", 12, "running", 4, 0, 2],
            ["rework", 2, "released", 0, 0, 0],
          ]);
          expect(JSON.parse(orders[1]?.news ?? "{}")).toMatchObject({
            upstream: { handedOn: 9, returned: 0, isFinished: true },
          });
        },
      ),
      { numRuns: 8 },
    );
  });
});

function twoLogs({ turn, assemble }: RoutePlant): {
  readonly turn: StationJournal;
  readonly assemble: StationJournal;
} {
  const turning = begun(turn);
  const wrong = turning.record("quantity.reported", reported({ good: 6 }), { jobOrder: turn });
  turning.record("quantity.reported", reported({ scrap: 1 }), { jobOrder: turn });
  turning.record("quantity.reversed", reversed(wrong.eventId, { good: -1 }, 1), { jobOrder: turn });
  turning.record("quantity.reported", reported({ good: 4 }), { jobOrder: turn });
  turning.record("order.finished", { good: 9, scrap: 1, rework: 0 }, { jobOrder: turn });
  const assembling = begun(assemble);
  assembling.record("quantity.reported", reported({ good: 4 }), { jobOrder: assemble });
  const back = assembling.record("quantity.reported", sentBack(3, turn), { jobOrder: assemble });
  assembling.record("quantity.reversed", reversed(back.eventId, { rework: -1 }, 1), { jobOrder: assemble });
  return { turn: turning, assemble: assembling };
}
