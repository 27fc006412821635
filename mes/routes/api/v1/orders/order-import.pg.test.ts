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
    ["a quantity as text", { plannedQuantity: "600" }, "jobOrders[1].plannedQuantity must be integer"],
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
      expect(ordersPageSchema.parse(after.json()).orders).toEqual(
        ordersPageSchema.parse(before.json()).orders,
      );
    },
  );

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
    const bodies = directivePageSchema.parse(page.json()).directives.filter(({ id }) => id === "moving");
    expect(bodies.map(({ body }) => body === null)).toEqual([false, true]);
  });
});
