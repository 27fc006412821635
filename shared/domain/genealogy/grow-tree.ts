import { type TreeMeaning, type TreeSide, type TreeStep, type TreeThing, treeKey } from "./tree-thing.ts";

export interface GrownNode {
  readonly thing: TreeThing;
  /** 0: what was asked for; negative: what went in; positive: where it went. */
  readonly column: number;
  /** Only of "more": so many neighbours are not shown. */
  readonly hidden: number;
}

/** Always from what went in to what it went into. */
export interface GrownLink {
  readonly from: string;
  readonly to: string;
  readonly pieces: number | null;
  readonly meaning: TreeMeaning;
}

/** Nodes by their key, links by the keys of both ends. */
export interface GrownTree {
  readonly nodes: ReadonlyMap<string, GrownNode>;
  readonly links: ReadonlyMap<string, GrownLink>;
}

export interface Neighbours {
  readonly steps: readonly TreeStep[];
  /** Neighbours of which no more is known than that they are there. */
  readonly beyond: number;
}

/** A tree on a screen, never unbounded: what does not fit is counted. */
export interface TreeLimits {
  readonly ofNode: number;
  readonly inColumn: number;
}
export const TREE_LIMITS: TreeLimits = { ofNode: 8, inColumn: 24 };
export const DEEPEST_TREE = 4;

export function rootedTree(thing: TreeThing): GrownTree {
  return { nodes: new Map([[treeKey(thing), { thing, column: 0, hidden: 0 }]]), links: new Map() };
}

/** Things whose neighbours the next column of a side is made of. Sorted, so that equal histories give equal trees. */
export function outermost(tree: GrownTree, side: TreeSide, depth: number): readonly TreeThing[] {
  const column = columnOf(side, depth);
  return [...tree.nodes.values()]
    .filter((node) => node.column === column && node.thing.kind !== "more")
    .map(({ thing }) => thing)
    .toSorted((left, right) => (treeKey(left) < treeKey(right) ? -1 : 1));
}

function columnOf(side: TreeSide, depth: number): number {
  return side === "back" && depth > 0 ? -depth : depth;
}

export interface NextColumn {
  readonly side: TreeSide;
  /** Of the column to be made, from 1. */
  readonly depth: number;
  readonly neighboursOf: (thing: TreeThing) => Neighbours;
  readonly limits: TreeLimits;
}

/**
 * The tree with one more column. A thing stands in it once, where it was met first, and every way to it is a link; so a
 * loop in the data ends at its beginning.
 */
export function grownTree(tree: GrownTree, next: NextColumn): GrownTree {
  const growing = { nodes: new Map(tree.nodes), links: new Map(tree.links) };
  let room = next.limits.inColumn;
  for (const thing of outermost(tree, next.side, next.depth - 1)) {
    room -= growFrom(thing, growing, { ...next, room });
  }
  return growing;
}

interface Growing {
  readonly nodes: Map<string, GrownNode>;
  readonly links: Map<string, GrownLink>;
}

/** @returns how many things were new */
function growFrom(thing: TreeThing, growing: Growing, next: NextColumn & { readonly room: number }): number {
  const { steps, beyond } = next.neighboursOf(thing);
  const column = columnOf(next.side, next.depth);
  const most = Math.min(next.room, next.limits.ofNode);
  let shown = 0;
  let hidden = beyond;
  for (const step of steps.toSorted(mostPiecesFirst)) {
    const key = treeKey(step.thing);
    if (!growing.nodes.has(key)) {
      if (shown >= most) {
        hidden += 1;
        continue;
      }
      growing.nodes.set(key, { thing: step.thing, column, hidden: 0 });
      shown += 1;
    }
    addLink(growing, linkOf(thing, step, next.side));
  }
  if (hidden > 0) {
    const more: TreeThing = { kind: "more", id: `${next.side} ${treeKey(thing)}` };
    growing.nodes.set(treeKey(more), { thing: more, column, hidden });
    addLink(growing, linkOf(thing, { thing: more, pieces: null }, next.side));
  }
  return shown;
}

function linkOf(
  thing: TreeThing,
  { thing: other, pieces, meaning = "flow" }: TreeStep,
  side: TreeSide,
): GrownLink {
  const [from, to] = side === "forth" ? [thing, other] : [other, thing];
  return { from: treeKey(from), to: treeKey(to), pieces, meaning };
}

function addLink({ links }: Growing, link: GrownLink): void {
  links.set(JSON.stringify([link.from, link.to]), link);
}

function mostPiecesFirst(left: TreeStep, right: TreeStep): number {
  return (right.pieces ?? -1) - (left.pieces ?? -1) || (treeKey(left.thing) < treeKey(right.thing) ? -1 : 1);
}
