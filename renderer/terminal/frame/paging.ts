/** One page of a list; a page beyond the end is the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

export function pageOf<Item>(items: readonly Item[], page: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const inRange = Math.min(Math.max(page, 1), pages);
  return { items: items.slice((inRange - 1) * size, inRange * size), page: inRange, pages };
}

/** The page on which an item lies; the first when there is none such. */
export function pageWith<Item>(
  items: readonly Item[],
  size: number,
  isWanted: (item: Item) => boolean,
): number {
  return Math.floor(Math.max(0, items.findIndex(isWanted)) / size) + 1;
}
