import { describe, expect, test } from "vitest";
import { directivePageSchema } from "../../../../../shared/protocol/messages.ts";
import { orderDetailSchema, ordersPageSchema } from "../../../../../shared/protocol/pages.ts";
import { asPlanner, asStation, call, problemOf } from "../../../../testing/test-app.ts";
import { jobOrder, newStation } from "../../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../../testing/test-plant.ts";

const plant = testPlantOfFile();

describe("order import", () => {
  const importOrders = (jobOrders: unknown) =>
    call(plant.app, { url: "/api/v1/orders", as: asPlanner, body: { jobOrders } });

  const badRows: readonly (readonly [string, object, string])[] = [
    ["no quantity", { plannedQuantity: 0 }, "jobOrders[1].plannedQuantity must be > 0"],
    ["half a piece", { plannedQuantity: 1.5 }, "jobOrders[1].plannedQuantity must be integer"],
    ["a quantity as text", { plannedQuantity: "600" }, "jobOrders[1].plannedQuantity must be number"],
    [
      "a GTIN whose check digit is wrong",
      { item: { itemId: "A", name: "x", gtin: "04012345000222" } },
      "jobOrders[1].item.gtin its check digit is wrong",
    ],
    ["a time that is none", { dueUtc: "tomorrow" }, "jobOrders[1].dueUtc must be a date and time"],
    [
      "an unknown status",
      { status: "open" },
      'jobOrders[1].status must be one of ["released","cancelled","aborted"]',
    ],
    ["no item", { item: undefined }, "jobOrders[1] must have required property 'item'"],
    ["an id twice", { jobOrderId: "good-1" }, "jobOrders[1].jobOrderId is the same as in jobOrders[0]"],
    ["a NUL character", { item: { itemId: "A", name: "x\u0000" } }, "jobOrders[1] has a NUL character"],
    [
      "an endless name",
      { item: { itemId: "A", name: "x".repeat(121) } },
      "jobOrders[1].item.name must NOT have more than 120 characters",
    ],
  ];

  test.each(badRows)(
    "one row with %s: its place is named, and no row is taken",
    async (_, change, message) => {
      const before = await call(plant.app, { url: "/api/v1/orders" });
      const response = await importOrders([jobOrder("good-1"), { ...jobOrder("bad-1"), ...change }]);
      expect(response.statusCode).toBe(400);
      expect(problemOf(response).message).toContain(message);
      const after = await call(plant.app, { url: "/api/v1/orders" });
      const taken = (page: typeof after) =>
        ordersPageSchema.parse(page.json()).orders.map((order) => ({ ...order, outlook: null }));
      expect(taken(after)).toEqual(taken(before));
    },
  );

  test("IM-10 every fault of every row is named with its place, and no row is taken", async () => {
    const twice = jobOrder("many-1");
    const wrong = {
      ...jobOrder("many-2"),
      plannedQuantity: 0,
      dueUtc: "tomorrow",
      item: { itemId: "A", name: "" },
    };
    const { workUnit: _none, ...nowhere } = jobOrder("many-3");
    const response = await importOrders([twice, wrong, twice, nowhere]);
    expect(response.statusCode).toBe(400);
    const error = problemOf(response);
    expect(error.faults?.map(({ place, what }) => `${place} ${what}`)).toEqual([
      "jobOrders[1].item.name must NOT have fewer than 1 characters",
      "jobOrders[1].plannedQuantity must be > 0",
      "jobOrders[1].dueUtc must be a date and time in UTC, such as 2026-11-22T14:00:00Z",
      "jobOrders[2].jobOrderId is the same as in jobOrders[0]",
      "jobOrders[3] must have required property 'workUnit'",
    ]);
    expect(error.message).toMatch(/^jobOrders\[1\].item.name .*, and 4 more faults$/);
    const orders = await call(plant.app, { url: "/api/v1/orders" });
    expect(orders.body).not.toContain("many-1");
  });

  test("IM-10 rows beyond number are not gone through one by one, and of many faults the first 500 are told", async () => {
    const bad = Array.from({ length: 500 }, () => ({ jobOrderId: "" }));
    expect(problemOf(await importOrders(bad)).faults).toHaveLength(500);
    expect(problemOf(await importOrders(Array.from({ length: 501 }, () => 0))).faults).toBeUndefined();
  });

  test.each([[[]], ["none"], [null], [{ jobOrderId: "4711" }]])("F1 jobOrders = %j", async (jobOrders) => {
    expect((await importOrders(jobOrders)).statusCode).toBe(400);
  });

  test("F5 names of any kind are stored and shown exactly", async () => {
    const name = "Łożysko '; DROP TABLE job_order; -- <b>🏭</b> \u202eRTL ../..";
    const order = jobOrder("strange-name", { item: { itemId: "X", name } });
    expect((await importOrders([order])).statusCode).toBe(200);
    const detail = await call(plant.app, { url: "/api/v1/orders/strange-name" });
    expect(orderDetailSchema.parse(detail.json()).order.itemName).toBe(name);
  });

  test("the same import again changes nothing and sends nothing", async () => {
    const order = jobOrder("again", { workUnit: "CNC-AGAIN" });
    const stationId = await newStation(plant.mes, "CNC-AGAIN");
    const seq = async () => {
      const url = `/api/v1/stations/${stationId}/directives?after=0`;
      const page = await call(plant.app, { url, as: asStation(stationId) });
      return directivePageSchema.parse(page.json()).directives.filter(({ id }) => id === "again").length;
    };
    expect((await importOrders([order])).json()).toEqual({
      created: 1,
      changed: 0,
      unchanged: 0,
      removed: 0,
    });
    expect(await seq()).toBe(1);
    expect((await importOrders([order])).json()).toEqual({
      created: 0,
      changed: 0,
      unchanged: 1,
      removed: 0,
    });
    expect(await seq()).toBe(1);
  });

  test("an order that moves to another work unit leaves the stations of the old one", async () => {
    const from = await newStation(plant.mes, "CNC-FROM");
    await importOrders([jobOrder("moving", { workUnit: "CNC-FROM" })]);
    await importOrders([jobOrder("moving", { workUnit: "CNC-TO" })]);
    const page = await call(plant.app, {
      url: `/api/v1/stations/${from}/directives?after=0`,
      as: asStation(from),
    });
    const told = directivePageSchema.parse(page.json()).directives.filter(({ id }) => id === "moving");
    expect(told.map(({ kind, body }) => [kind, body === null])).toEqual([
      ["job-order", false],
      ["job-order", true],
      ["made-elsewhere", true],
    ]);
  });
});
