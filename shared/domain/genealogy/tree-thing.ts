/** What stands in a tree of genealogy. */
export const treeKinds = [
  "supplier-lot",
  "lot",
  "order",
  "unit",
  "serial",
  /** What is left of a lot. */
  "stock",
  /** Good pieces of an order that are in no box. */
  "loose",
  /** What a station that does not speak may have made. */
  "unreported",
  /** Neighbours for which there was no room. */
  "more",
] as const;
export type TreeKind = (typeof treeKinds)[number];

export interface TreeThing {
  readonly kind: TreeKind;
  /** Of a lot, order or piece its number, of a unit its own id; of "stock" the lot's, of "loose" and "unreported" the order's. */
  readonly id: string;
}

export function treeKey({ kind, id }: TreeThing): string {
  return `${kind} ${id}`;
}

/** back: what went in. forth: where it went. */
export type TreeSide = "back" | "forth";

/** flow: what it was made of. repair: pieces went there to be reworked, and come back to where they came from. */
export const treeMeanings = ["flow", "repair"] as const;
export type TreeMeaning = (typeof treeMeanings)[number];

/** From one thing to its neighbour. */
export interface TreeStep {
  readonly thing: TreeThing;
  /** So many pieces go this way; null: nobody counts them here. */
  readonly pieces: number | null;
  /** Left out: flow. */
  readonly meaning?: TreeMeaning;
}
