import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { MasterDataKind } from "../../shared/protocol/directive.ts";
import { directivePageSchema } from "../../shared/protocol/messages.ts";
import type { FloorPage, OrderDetail } from "../../shared/protocol/pages.ts";
import { counted, defect, reported, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { asPlanner, asStation, call } from "../testing/test-app.ts";
import { jobOrder, newJobOrder, newStation } from "../testing/test-mes.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";

/*
 * docs/spec/conflicts.md, the side of the MES: what was decided here while a station was away and went on working. Nothing it
 * made is lost, and whoever has to know sees it on the floor page with the answer to the very upload that brought it.
 */

const plant = testPlantOfFile();

interface Away {
  readonly stationId: string;
  readonly order: string;
  readonly journal: StationJournal;
}

async function away(plannedQuantity = 600): Promise<Away> {
  const stationId = await newStation(plant.mes);
  const order = await newJobOrder(plant.mes, { plannedQuantity, countAuthority: "operator" });
  const journal = createStationJournal();
  journal.record(
    "order.started",
    { ...started, countAuthority: "operator", plannedQuantity },
    { jobOrder: order },
  );
  return { stationId, order, journal };
}

const made = ({ journal, order }: Away, good: number) =>
  journal.record("quantity.reported", reported({ good }), { jobOrder: order, actor: "P-GONE" });
const finished = ({ journal, order }: Away, good: number, plannedQuantity = 600) =>
  journal.record("order.finished", { good, scrap: 0, rework: 0, plannedQuantity }, { jobOrder: order });

async function sync({ stationId, journal }: Away, from = 1): Promise<void> {
  const url = `/api/v1/stations/${stationId}/journal`;
  const answer = await call(plant.app, { url, as: asStation(stationId), body: journal.upload(from) });
  expect(answer.statusCode).toBe(200);
}

const plan = async ({ order }: Away, act: string, body: object): Promise<void> => {
  const answer = await call(plant.app, { url: `/api/v1/orders/${order}/${act}`, as: asPlanner, body });
  expect(answer.json()).toEqual({ outcome: "done" });
};

const master = async (kind: MasterDataKind, body: object): Promise<void> => {
  const answer = await call(plant.app, { url: `/api/v1/master-data/${kind}`, as: asPlanner, body });
  expect(answer.statusCode).toBe(200);
};

const detail = async ({ order }: Away): Promise<OrderDetail> =>
  (await call(plant.app, { url: `/api/v1/orders/${order}` })).json();

const lines = async ({ stationId }: Away): Promise<FloorPage["attention"]> => {
  const page: FloorPage = (await call(plant.app, { url: "/api/v1/floor" })).json();
  return page.attention.filter((line) => line.stationId === stationId);
};

describe("decided at the MES while the station was away", () => {
  test("CF-1 O4 cancelled before anybody here heard of its start: all pieces stay, the refused start is seen at once", async () => {
    const one = await away();
    made(one, 40);
    finished(one, 40);
    await plan(one, "cancel", { reason: "Customer withdrew" });
    await sync(one);
    expect((await detail(one)).order).toMatchObject({ good: 40, state: "cancelled" });
    expect(await lines(one)).toContainEqual(
      expect.objectContaining({ kind: "rejected-booking", jobOrderId: one.order, code: "order-cancelled" }),
    );
  });

  test.each([
    ["cancel", { reason: "Customer withdrew" }, "cancelled"],
    ["abort", { reason: "Wrong steel" }, "aborted"],
    ["hold", { reason: "Drawing is wrong" }, "hold"],
  ])(
    "CF-1 O4 %s while it is worked and ended offline: the end is taken, and a person is told",
    async (act, body, cause) => {
      const one = await away();
      await sync(one);
      await plan(one, act, body);
      made(one, 600);
      finished(one, 600);
      await sync(one, 2);
      expect((await detail(one)).order).toMatchObject({ good: 600, state: "finished" });
      expect(await lines(one)).toContainEqual(
        expect.objectContaining({ kind: "begun-order", jobOrderId: one.order, cause }),
      );
    },
  );

  test("CF-2 O5 cut while it is worked and ended offline: nothing is taken back, a person is told both figures", async () => {
    const one = await away();
    await sync(one);
    await plan(one, "cut", { plannedQuantity: 400 });
    made(one, 600);
    finished(one, 600);
    await sync(one, 2);
    expect((await detail(one)).order).toMatchObject({ good: 600, plannedQuantity: 400, state: "finished" });
    expect(await lines(one)).toContainEqual(
      expect.objectContaining({ kind: "begun-order", cause: "cut", good: 600, plannedQuantity: 400 }),
    );
  });

  test("CF-2 a cut that the station had heard of calls nobody a second time", async () => {
    const one = await away();
    await sync(one);
    await plan(one, "cut", { plannedQuantity: 400 });
    made(one, 400);
    finished(one, 400, 400);
    await sync(one, 2);
    expect(await lines(one)).toEqual([]);
  });

  test("CF-4 a lot held here and loaded there: the load is taken, recalled, and a person is told", async () => {
    const one = await away();
    const lotId = `L-${randomUUID().slice(0, 8)}`;
    const lot = { lotId, item: { itemId: "RING-40", name: "Ring 40" }, quantity: 200, expiresUtc: null };
    await master("lot", { items: [{ ...lot, hold: "Q-118" }] });
    const payload = { lotId, itemId: "RING-40", quantity: 200 };
    one.journal.record("material.loaded", payload, { jobOrder: one.order });
    made(one, 12);
    await sync(one);
    expect(await lines(one)).toContainEqual(
      expect.objectContaining({ kind: "held-lot-used", lotId, hold: "Q-118", jobOrderId: one.order }),
    );
    const recall = await call(plant.app, { url: `/api/v1/genealogy/lots/${lotId}/recall` });
    expect(recall.json()).toMatchObject({ pieces: 12, affected: [{ jobOrderId: one.order }] });
  });

  test("CF-4 a hold of a lot reaches every station as a directive, and lifted it is gone", async () => {
    const one = await away();
    const lotId = `L-${randomUUID().slice(0, 8)}`;
    const lot = { lotId, item: { itemId: "RING-40", name: "Ring 40" }, quantity: 200, expiresUtc: null };
    await master("lot", { items: [{ ...lot, hold: null }] });
    const act = (what: string, body: object) =>
      call(plant.app, { url: `/api/v1/lots/${lotId}/${what}`, as: asPlanner, body });
    expect((await act("hold", { reason: "Q-118" })).json()).toEqual({ outcome: "done" });
    expect((await act("hold", { reason: "Q-118" })).json()).toEqual({ outcome: "was-so" });
    expect((await act("release", {})).json()).toEqual({ outcome: "done" });
    expect((await act("hold", { reason: " " })).statusCode).toBe(400);
    const blank = { url: `/api/v1/orders/${one.order}/hold`, as: asPlanner, body: { reason: "  " } };
    expect((await call(plant.app, blank)).statusCode).toBe(400);
    const url = `/api/v1/stations/${one.stationId}/directives?after=0`;
    const page = directivePageSchema.parse(
      (await call(plant.app, { url, as: asStation(one.stationId) })).json(),
    );
    const told = page.directives.filter(({ id }) => id === lotId).map(({ body }) => body?.hold);
    expect(told).toEqual([null, "Q-118", null]);
    const unknown = await call(plant.app, {
      url: "/api/v1/lots/none/hold",
      as: asPlanner,
      body: { reason: "x" },
    });
    expect(unknown.statusCode).toBe(404);
  });

  test("CF-6 CF-7 CF-8 person, reason and defect code are gone: what was booked in their names is taken", async () => {
    const one = await away();
    const person = {
      personId: "P-GONE",
      name: "F. Gone",
      role: "operator",
      language: "en",
      badgeCode: "BG9",
    };
    await master("person", { items: [{ ...person, pinHash: "$argon2id$none" }] });
    await master("person", { items: [], remove: ["P-GONE"] });
    made(one, 10);
    one.journal.record("order.paused", { reasonCode: "NEVER-HEARD-OF" }, { jobOrder: one.order });
    one.journal.record("defect.logged", defect(2, "scrap"), { jobOrder: one.order });
    await sync(one);
    const { order, bookings } = await detail(one);
    expect(order).toMatchObject({ good: 10, scrap: 2, state: "paused" });
    expect(bookings.every(({ verdict }) => verdict === "applied")).toBe(true);
    expect(await lines(one)).toEqual([]);
  });

  test("CF-14 one maintenance order done by a person and by the change of the tool: once, whoever was first", async () => {
    for (const isPersonFirst of [true, false]) {
      const one = await away();
      const maintenanceOrderId = `M-${randomUUID()}`;
      const payload = { maintenanceOrderId, toolId: "T4", usedCycles: 400, lifeLimitCycles: 400 };
      const workUnit = one.stationId;
      one.journal.record("maintenance.raised", payload, { workUnit });
      await sync(one);
      one.journal.record("tool.changed", { toolId: "T4", usedCycles: 405, life: 2 }, { workUnit });
      const person = async () => {
        const url = `/api/v1/maintenance/${maintenanceOrderId}/done`;
        expect((await call(plant.app, { url, as: asPlanner, method: "POST" })).statusCode).toBe(200);
      };
      if (isPersonFirst) await person();
      await sync(one, 3);
      if (!isPersonFirst) await person();
      expect((await lines(one)).filter(({ kind }) => kind === "maintenance")).toEqual([]);
    }
  });

  test("CF-1 an order that is unknown here, since it was imported elsewhere: its pieces wait and are counted with the import", async () => {
    const stationId = await newStation(plant.mes);
    const order = `O-${randomUUID().slice(0, 8)}`;
    const one: Away = { stationId, order, journal: createStationJournal() };
    one.journal.record("order.started", started, { jobOrder: order });
    one.journal.record("parts.counted", counted(7), { jobOrder: order });
    await sync(one);
    expect((await lines(one)).map(({ kind }) => kind).toSorted()).toEqual([
      "rejected-booking",
      "waiting-bookings",
    ]);
    const jobOrders = [jobOrder(order)];
    expect(
      (await call(plant.app, { url: "/api/v1/orders", as: asPlanner, body: { jobOrders } })).statusCode,
    ).toBe(200);
    expect((await detail(one)).order).toMatchObject({ good: 7 });
  });
});
