import { DEEPEST_TREE } from "../../../shared/domain/genealogy/grow-tree.ts";
import { isOrderFilter, type OrderFilter } from "../../../shared/protocol/order-filters.ts";
import { type TreeDirection, treeDirections } from "../../../shared/protocol/tree-page.ts";

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
  | { readonly page: "trace"; readonly subject: TraceSubject | null; readonly look: TraceLook };

export const traceKinds = ["lot", "order", "unit", "serial"] as const;

/** A lot, an order, a unit or one piece that is traced. */
export interface TraceSubject {
  readonly kind: (typeof traceKinds)[number];
  readonly id: string;
}

/** How a trace is looked at. */
export interface TraceLook {
  readonly direction: TreeDirection;
  readonly depth: number;
  /** Key of the node beside the tree; null: the first. */
  readonly node: string | null;
  /** Tables with every line instead of the tree. */
  readonly isList: boolean;
}

export type TraceRoute = Extract<Route, { page: "trace" }>;
export type OrdersRoute = Extract<Route, { page: "orders" }>;

export const floorRoute: Route = { page: "floor" };
export const plainLook: TraceLook = { direction: "both", depth: 3, node: null, isList: false };
export const traceRoute: Route = { page: "trace", subject: null, look: plainLook };

export function traceOf(subject: TraceSubject): TraceRoute {
  return { page: "trace", subject, look: plainLook };
}
export const ordersRoute: Route = { page: "orders", filter: "all", search: "", part: 1, openOrder: null };

/** @param address path and query; anything that is no page of ours is the floor */
export function parseRoute(address: { readonly pathname: string; readonly search: string }): Route {
  const path = address.pathname.replace(/\/+$/, "");
  const query = new URLSearchParams(address.search);
  if (path === "/trace") return { page: "trace", subject: subjectIn(query), look: lookIn(query) };
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

function lookIn(query: URLSearchParams): TraceLook {
  const direction = treeDirections.find((one) => one === query.get("direction")) ?? plainLook.direction;
  const depth = Number(query.get("depth") ?? plainLook.depth);
  const isDepth = Number.isInteger(depth) && depth >= 1 && depth <= DEEPEST_TREE;
  return {
    direction,
    depth: isDepth ? depth : plainLook.depth,
    node: query.get("node"),
    isList: query.get("as") === "list",
  };
}

function addLook(query: URLSearchParams, { direction, depth, node, isList }: TraceLook): void {
  if (direction !== plainLook.direction) query.set("direction", direction);
  if (depth !== plainLook.depth) query.set("depth", String(depth));
  if (node !== null) query.set("node", node);
  if (isList) query.set("as", "list");
}

export function formatRoute(route: Route): string {
  if (route.page === "floor") return "/";
  const query = new URLSearchParams();
  if (route.page === "trace") {
    if (route.subject !== null) query.set(route.subject.kind, route.subject.id);
    addLook(query, route.look);
    return query.size === 0 ? "/trace" : `/trace?${query}`;
  }
  if (route.filter !== "all") query.set("show", route.filter);
  if (route.search !== "") query.set("search", route.search);
  if (route.part !== 1) query.set("part", String(route.part));
  if (route.openOrder !== null) query.set("order", route.openOrder);
  return query.size === 0 ? "/orders" : `/orders?${query}`;
}
