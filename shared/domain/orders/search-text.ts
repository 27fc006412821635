import type { JobOrder } from "./job-order.ts";

type Searched = Pick<JobOrder, "jobOrderId" | "route" | "item" | "operation" | "workUnit">;

/** What a search finds an order by, in lower case: its number, production order, item, operation and work unit. */
export function searchText({ jobOrderId, route, item, operation, workUnit }: Searched): string {
  const productionOrderId = route?.productionOrderId ?? null;
  const parts = [jobOrderId, productionOrderId, item.itemId, item.name, operation.number, operation.name];
  return [...parts, workUnit]
    .filter((part) => part !== null)
    .join(" ")
    .toLowerCase();
}

/** The traveller of an order carries WO before its number; a scan into the search box finds the order all the same. */
export function searchWords(search: string): readonly string[] {
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/^wo(?=\d)/, ""));
}

/** Every word must occur. */
export function matchesSearch(order: Searched, search: string): boolean {
  const text = searchText(order);
  return searchWords(search).every((word) => text.includes(word));
}
