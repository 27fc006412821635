import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEEPEST_TREE } from "../../../shared/domain/genealogy/grow-tree.ts";
import { orderFilters } from "../../../shared/protocol/order-filters.ts";
import { treeDirections } from "../../../shared/protocol/tree-page.ts";
import {
  floorRoute,
  formatRoute,
  ordersRoute,
  parseRoute,
  type Route,
  traceOf,
  traceRoute,
} from "./route.ts";

const at = (address: string): Route => parseRoute(new URL(address, "http://mes"));

describe("route", () => {
  test("knows its three pages; any other path is the floor", () => {
    expect(at("/")).toEqual(floorRoute);
    expect(at("/orders/")).toEqual(ordersRoute);
    expect(at("/trace")).toEqual(traceRoute);
    expect(at("/trace?lot=88213")).toEqual(traceOf({ kind: "lot", id: "88213" }));
    expect(at("/trace?lot=1&direction=back&depth=2&as=list")).toMatchObject({
      look: { direction: "back", depth: 2, node: null, isList: true },
    });
    expect(at("/trace?lot=1&direction=up&depth=9&as=tree")).toEqual(traceOf({ kind: "lot", id: "1" }));
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
      look: fc.record({
        direction: fc.constantFrom(...treeDirections),
        depth: fc.integer({ min: 1, max: DEEPEST_TREE }),
        node: fc.option(fc.string({ unit: "grapheme" }), { nil: null }),
        isList: fc.boolean(),
      }),
    });
    fc.assert(
      fc.property(fc.oneof(orders, traced), (route) => {
        expect(at(formatRoute(route))).toEqual(route);
      }),
    );
  });
});
