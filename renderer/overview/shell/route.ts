import { isOrderFilter, type OrderFilter } from "../../../shared/protocol/order-filters.ts";

/** Where the reader is. Filter, search and the open row are in the address, so a link shows what its sender saw. */
export type Route =
  | { readonly page: "floor" }
  | {
      readonly page: "orders";
      readonly filter: OrderFilter;
      readonly search: string;
      /** From 1. */
      readonly part: number;
      readonly openOrder: string | null;
    }
  | { readonly page: "trace"; readonly subject: TraceSubject | null };

export const traceKinds = ["lot", "order", "unit", "serial"] as const;

/** A lot, an order, a unit or one piece that is traced. */
export interface TraceSubject {
  readonly kind: (typeof traceKinds)[number];
  readonly id: string;
}

export type TraceRoute = Extract<Route, { page: "trace" }>;
export type OrdersRoute = Extract<Route, { page: "orders" }>;

export const floorRoute: Route = { page: "floor" };
export const traceRoute: Route = { page: "trace", subject: null };
export const ordersRoute: Route = { page: "orders", filter: "all", search: "", part: 1, openOrder: null };

/** @param address path and query; anything that is no page of ours is the floor */
export function parseRoute(address: { readonly pathname: string; readonly search: string }): Route {
  const path = address.pathname.replace(/\/+$/, "");
  const query = new URLSearchParams(address.search);
  if (path === "/trace") return { page: "trace", subject: subjectIn(query) };
  if (path !== "/orders") return floorRoute;
  const filter = query.get("show");
  return {
    page: "orders",
    filter: isOrderFilter(filter) ? filter : "all",
    search: query.get("search") ?? "",
    part: partIn(query.get("part")),
    openOrder: query.get("order"),
  };
}

/** A number that no list has shows its first part. */
function partIn(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

function subjectIn(query: URLSearchParams): TraceSubject | null {
  for (const kind of traceKinds) {
    const id = query.get(kind);
    if (id !== null) return { kind, id };
  }
  return null;
}

export function formatRoute(route: Route): string {
  if (route.page === "floor") return "/";
  const query = new URLSearchParams();
  if (route.page === "trace") {
    if (route.subject === null) return "/trace";
    query.set(route.subject.kind, route.subject.id);
    return `/trace?${query}`;
  }
  if (route.filter !== "all") query.set("show", route.filter);
  if (route.search !== "") query.set("search", route.search);
  if (route.part !== 1) query.set("part", String(route.part));
  if (route.openOrder !== null) query.set("order", route.openOrder);
  return query.size === 0 ? "/orders" : `/orders?${query}`;
}
