import { describe, expect, test } from "vitest";
import { ordersPageSchema } from "../../../shared/protocol/pages.ts";
import { exampleOrder } from "../testing/examples.ts";
import { orderPath, parseAnswer } from "./mes-api.ts";

const page = {
  asOfUtc: "2026-03-04T12:00:00.000Z",
  ...{ filter: "all", search: "", page: 1, limit: 100, total: 1 },
  counts: { running: 0, late: 0, blocked: 0, hold: 0, today: 1, finished: 0, all: 1 },
  orders: [exampleOrder()],
};

describe("parseAnswer", () => {
  test("takes an answer of the agreed shape", () => {
    expect(parseAnswer(JSON.stringify(page), ordersPageSchema)).toEqual({ ok: true, data: page });
  });

  test.each([
    ["empty", ""],
    ["a proxy's page", "<html>502 Bad Gateway</html>"],
    ["cut short", JSON.stringify(page).slice(0, -10)],
    ["another shape", JSON.stringify({ ...page, orders: [{ jobOrderId: 4711 }] })],
    ["a field too many", JSON.stringify({ ...page, hidden: true })],
  ])("refuses an answer that is %s", (_, text) => {
    expect(parseAnswer(text, ordersPageSchema)).toEqual({ ok: false, problem: "bad-answer" });
  });
});

test("an order number cannot leave its place in the address", () => {
  expect(orderPath("../health?x=1")).toBe("/api/v1/orders/..%2Fhealth%3Fx%3D1");
});
