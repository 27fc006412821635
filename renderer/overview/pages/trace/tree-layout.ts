import type { TreeLink, TreeNode } from "../../../../shared/protocol/tree-page.ts";
import { settleColumn } from "./settle-column.ts";

/** A node card with its place in the tree; y grows downwards. */
export interface PlacedNode {
  readonly node: TreeNode;
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface PlacedLink {
  readonly link: TreeLink;
  /** For the `d` of an SVG path. */
  readonly path: string;
  /** It carries the most pieces of all that go between its two columns. */
  readonly isMost: boolean;
}

export interface TreeLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly columns: readonly {
    readonly column: number;
    readonly xPx: number;
    readonly nodes: readonly TreeNode[];
  }[];
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

const NODE_WIDTH_PX = 184;
const PITCH_PX = 218;
const NODE_HEIGHT_PX = 68;
const ROOT_HEIGHT_PX = 112;
const GAP_PX = 20;
/** So far each way leaves a card level before it bends. */
const BEND_PX = 18;

/** Where everything in a tree is drawn: a column per step, each card as near to its neighbours as there is room. */
export function layOutTree(nodes: readonly TreeNode[], links: readonly TreeLink[]): TreeLayout {
  const columns = Map.groupBy(nodes, ({ column }) => column);
  const order = [...columns.keys()].toSorted((left, right) => left - right);
  const first = order[0] ?? 0;
  const centres = new Map<string, number>();
  // From the middle outwards: each column is laid beside the one before it.
  for (const column of order.toSorted((left, right) => Math.abs(left) - Math.abs(right))) {
    placeColumn(columns.get(column) ?? [], links, centres);
  }
  const placed = nodes.map((node) => placedNode(node, first, centres.get(node.key) ?? 0));
  const topPx = Math.min(0, ...placed.map(({ yPx }) => yPx));
  const shifted = placed.map((one) => ({ ...one, yPx: one.yPx - topPx }));
  return {
    widthPx: Math.max(0, order.length - 1) * PITCH_PX + NODE_WIDTH_PX,
    heightPx: Math.max(0, ...shifted.map(({ yPx, heightPx }) => yPx + heightPx)),
    columns: order.map((column) => ({
      column,
      xPx: (column - first) * PITCH_PX,
      nodes: columns.get(column) ?? [],
    })),
    nodes: shifted,
    links: placedLinks(links, shifted),
  };
}

function heightOf({ column }: TreeNode): number {
  return column === 0 ? ROOT_HEIGHT_PX : NODE_HEIGHT_PX;
}

/** Notes the centre of each card of a column, by the mean height of the neighbours that have a place already. */
function placeColumn(
  nodes: readonly TreeNode[],
  links: readonly TreeLink[],
  centres: Map<string, number>,
): void {
  const wishes = nodes.map((node, place) => ({ node, place, wish: wishOf(node, links, centres) }));
  const sorted = wishes.toSorted((left, right) => left.wish - right.wish || left.place - right.place);
  const settled = settleColumn(
    sorted.map(({ node, wish }) => ({ wishPx: wish, heightPx: heightOf(node) })),
    GAP_PX,
  );
  for (const [index, { node }] of sorted.entries()) centres.set(node.key, settled[index] ?? 0);
}

function wishOf(node: TreeNode, links: readonly TreeLink[], centres: ReadonlyMap<string, number>): number {
  const neighbours = links.flatMap(({ from, to }) => {
    const other = from === node.key ? to : to === node.key ? from : undefined;
    return other === undefined ? [] : (centres.get(other) ?? []);
  });
  if (neighbours.length === 0) return 0;
  return neighbours.reduce((sum, centre) => sum + centre, 0) / neighbours.length;
}

function placedNode(node: TreeNode, firstColumn: number, centre: number): PlacedNode {
  const heightPx = heightOf(node);
  return {
    node,
    xPx: (node.column - firstColumn) * PITCH_PX,
    yPx: Math.round(centre - heightPx / 2),
    widthPx: NODE_WIDTH_PX,
    heightPx,
  };
}

function placedLinks(links: readonly TreeLink[], nodes: readonly PlacedNode[]): readonly PlacedLink[] {
  const byKey = new Map(nodes.map((one) => [one.node.key, one]));
  const drawn = links.flatMap((link) => {
    const [from, to] = [byKey.get(link.from), byKey.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
  const most = new Map<string, number>();
  const siblings = new Map<string, number>();
  for (const { link, from, to } of drawn) {
    const between = `${from.node.column} ${to.node.column}`;
    most.set(between, Math.max(most.get(between) ?? 0, link.pieces ?? 0));
    siblings.set(between, (siblings.get(between) ?? 0) + 1);
  }
  return drawn.map(({ link, from, to }) => {
    const between = `${from.node.column} ${to.node.column}`;
    const isMost = (siblings.get(between) ?? 0) > 1 && link.pieces !== null && link.pieces > 0;
    return { link, path: pathBetween(from, to), isMost: isMost && link.pieces === most.get(between) };
  });
}

function pathBetween(from: PlacedNode, to: PlacedNode): string {
  const [x1, y1] = [from.xPx + from.widthPx, from.yPx + from.heightPx / 2];
  const [x2, y2] = [to.xPx, to.yPx + to.heightPx / 2];
  const bend = x2 > x1 ? Math.max(BEND_PX, (x2 - x1) / 2) : NODE_WIDTH_PX / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
