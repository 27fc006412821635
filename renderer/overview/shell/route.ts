import { isOrderFilter, type OrderFilter } from "../pages/orders/order-filter.ts";

/** Where the reader is. Filter, search and the open row are in the address, so a link shows what its sender saw. */
export type Route =
  | { readonly page: "floor" }
  | {
      readonly page: "orders";
      readonly filter: OrderFilter;
      readonly search: string;
      readonly openOrder: string | null;
    };

export type OrdersRoute = Extract<Route, { page: "orders" }>;

export const floorRoute: Route = { page: "floor" };
export const ordersRoute: Route = { page: "orders", filter: "all", search: "", openOrder: null };

/** @param address path and query; anything that is no page of ours is the floor */
export function parseRoute(address: { readonly pathname: string; readonly search: string }): Route {
  if (address.pathname.replace(/\/+$/, "") !== "/orders") return floorRoute;
  const query = new URLSearchParams(address.search);
  const filter = query.get("show");
  return {
    page: "orders",
    filter: isOrderFilter(filter) ? filter : "all",
    search: query.get("search") ?? "",
    openOrder: query.get("order"),
  };
}

export function formatRoute(route: Route): string {
  if (route.page === "floor") return "/";
  const query = new URLSearchParams();
  if (route.filter !== "all") query.set("show", route.filter);
  if (route.search !== "") query.set("search", route.search);
  if (route.openOrder !== null) query.set("order", route.openOrder);
  return query.size === 0 ? "/orders" : `/orders?${query}`;
}
