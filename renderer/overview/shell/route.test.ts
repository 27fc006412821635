import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderFilters } from "../../../shared/protocol/order-filters.ts";
import { floorRoute, formatRoute, ordersRoute, parseRoute, type Route, traceRoute } from "./route.ts";

const at = (address: string): Route => parseRoute(new URL(address, "http://mes"));

describe("route", () => {
  test("knows its three pages; any other path is the floor", () => {
    expect(at("/")).toEqual(floorRoute);
    expect(at("/orders/")).toEqual(ordersRoute);
    expect(at("/trace")).toEqual(traceRoute);
    expect(at("/trace?lot=88213")).toEqual({ page: "trace", subject: { kind: "lot", id: "88213" } });
    expect(at("/quality")).toEqual(floorRoute);
    expect(at("/orders?show=everything&part=0")).toEqual(ordersRoute);
  });

  test("whatever a reader sees is in the address", () => {
    const orders = fc.record<Extract<Route, { page: "orders" }>>({
      page: fc.constant("orders"),
      filter: fc.constantFrom(...orderFilters),
      search: fc.string({ unit: "grapheme" }),
      part: fc.integer({ min: 1, max: 999_999 }),
      openOrder: fc.option(fc.string({ unit: "grapheme" }), { nil: null }),
    });
    const traced = fc.record<Extract<Route, { page: "trace" }>>({
      page: fc.constant("trace"),
      subject: fc.option(
        fc.record({ kind: fc.constantFrom("lot", "order"), id: fc.string({ unit: "grapheme" }) }),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(fc.oneof(orders, traced), (route) => {
        expect(at(formatRoute(route))).toEqual(route);
      }),
    );
  });
});
