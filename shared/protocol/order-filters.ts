/** What of the orders is asked for, in the order of the keys on the page. */
export const orderFilters = ["running", "late", "blocked", "hold", "today", "finished", "all"] as const;
export type OrderFilter = (typeof orderFilters)[number];

export function isOrderFilter(text: string | null): text is OrderFilter {
  return orderFilters.some((filter) => filter === text);
}
