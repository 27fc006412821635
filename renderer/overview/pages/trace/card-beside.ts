import type { PlacedNode } from "./tree-layout.ts";

/** The card that an arrow key leads to: the nearest one on that side. @returns undefined for other keys, and at the edge */
export function cardBeside(nodes: readonly PlacedNode[], key: string, pressed: string): string | undefined {
  const here = nodes.find(({ node }) => node.key === key);
  if (here === undefined) return undefined;
  const others = nodes.filter((one) => one !== here && isTowards(here, one, pressed));
  const nearest = others.toSorted((left, right) => distance(here, left) - distance(here, right));
  return nearest[0]?.node.key;
}

function isTowards(here: PlacedNode, other: PlacedNode, pressed: string): boolean {
  switch (pressed) {
    case "ArrowLeft":
      return other.xPx < here.xPx;
    case "ArrowRight":
      return other.xPx > here.xPx;
    case "ArrowUp":
      return other.xPx === here.xPx && other.yPx < here.yPx;
    case "ArrowDown":
      return other.xPx === here.xPx && other.yPx > here.yPx;
    default:
      return false;
  }
}

/** A column further counts more than any height. */
const COLUMN_WEIGHT = 100;

function distance(here: PlacedNode, { xPx, yPx }: PlacedNode): number {
  return Math.abs(xPx - here.xPx) * COLUMN_WEIGHT + Math.abs(yPx - here.yPx);
}
