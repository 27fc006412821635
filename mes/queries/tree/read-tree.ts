import {
  type GrownLink,
  type GrownTree,
  grownTree,
  outermost,
  rootedTree,
  TREE_LIMITS,
} from "../../../shared/domain/genealogy/grow-tree.ts";
import { neighboursOf } from "../../../shared/domain/genealogy/tree-facts.ts";
import { type TreeSide, type TreeThing, treeKey } from "../../../shared/domain/genealogy/tree-thing.ts";
import type { TreeDirection, TreeLink, TreeNode, TreePage } from "../../../shared/protocol/tree-page.ts";
import type { Queries } from "../../database/database.ts";
import type { Vocabulary } from "../../ingest/vocabulary.ts";
import type { Presence } from "../../live/presence.ts";
import { ordersOfLots } from "../../repositories/lot-repository.ts";
import { ordersOfSerial, unitsOfSscc } from "../../repositories/packing-repository.ts";
import { type Gathering, gatherKnown, gatherLots, gatherOrderRows } from "./gather-known.ts";
import { hasRest } from "./lot-rest.ts";
import { readAffected } from "./read-affected.ts";
import { readSilentStations } from "./silent-stations.ts";
import { treeNode } from "./tree-content.ts";
import { nothingKnown, type TreeKnown, treeFacts } from "./tree-known.ts";

export type TreeRootKind = "lot" | "order" | "unit" | "serial";

export interface TreeWanted {
  readonly kind: TreeRootKind;
  /** Of a unit its SSCC, or its own id while it is open. */
  readonly id: string;
  readonly direction: TreeDirection;
  /** Columns on each side, from 1. */
  readonly depth: number;
}

export interface TreeSources {
  readonly db: Queries;
  readonly vocabulary: Vocabulary;
  readonly presence: Presence;
}

/** The tree around a lot, an order, a unit or a piece. @returns undefined when nobody knows it */
export async function readTree(
  { db, vocabulary, presence }: TreeSources,
  wanted: TreeWanted,
): Promise<Omit<TreePage, "asOfUtc"> | undefined> {
  const known = nothingKnown(await readSilentStations(db, presence));
  const gathering: Gathering = { db, vocabulary, known };
  const root = await rootOf(gathering, wanted);
  if (root === undefined) return undefined;
  let tree = rootedTree(root);
  for (const side of sidesOf(wanted.direction))
    tree = await grownSide(tree, gathering, { side, most: wanted.depth });
  const affected = await readAffected(gathering, root);
  return { root: treeKey(root), ...(await dressed(tree, gathering)), affected };
}

function sidesOf(direction: TreeDirection): readonly TreeSide[] {
  return direction === "both" ? ["forth", "back"] : [direction];
}

async function grownSide(
  tree: GrownTree,
  gathering: Gathering,
  { side, most }: { readonly side: TreeSide; readonly most: number },
): Promise<GrownTree> {
  let grown = tree;
  for (let depth = 1; depth <= most; depth += 1) {
    await gatherKnown(gathering, outermost(grown, side, depth - 1), side);
    const facts = treeFacts(gathering.known, hasRest);
    grown = grownTree(grown, {
      side,
      depth,
      neighboursOf: (thing) => neighboursOf(facts, thing, side),
      limits: TREE_LIMITS,
    });
  }
  return grown;
}

async function rootOf(gathering: Gathering, { kind, id }: TreeWanted): Promise<TreeThing | undefined> {
  const { db, known } = gathering;
  switch (kind) {
    case "lot": {
      await gatherLots(gathering, [id]);
      const isKnown = known.lots.get(id) !== undefined || (await ordersOfLots(db, [id])).length > 0;
      return isKnown ? { kind, id } : undefined;
    }
    case "order": {
      await gatherOrderRows(gathering, [id]);
      const order = known.orders.get(id);
      const isKnown = order?.jobOrder !== undefined || (order?.stations.length ?? 0) > 0;
      return isKnown ? { kind, id } : undefined;
    }
    case "unit": {
      const [unitId = id] = await unitsOfSscc(db, id);
      await gatherKnown(gathering, [{ kind, id: unitId }], "back");
      return known.units.has(unitId) ? { kind, id: unitId } : undefined;
    }
    case "serial":
      return (await ordersOfSerial(db, id)).length > 0 ? { kind, id } : undefined;
    default:
      return kind satisfies never;
  }
}

async function dressed(
  tree: GrownTree,
  gathering: Gathering,
): Promise<{ readonly nodes: TreeNode[]; readonly links: TreeLink[] }> {
  const { known } = gathering;
  await gatherLots(gathering, idsOf(tree, "lot"));
  await gatherOrderRows(gathering, [...idsOf(tree, "order"), ...ordersOfShownUnits(tree, known)]);
  const facts = treeFacts(known, hasRest);
  const nodes = [...tree.nodes.values()].map((node) => treeNode(node, known, facts));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return { nodes, links: [...tree.links.values()].map((link) => treeLink(link, byKey)) };
}

function idsOf({ nodes }: GrownTree, kind: TreeThing["kind"]): readonly string[] {
  return [...nodes.values()].filter(({ thing }) => thing.kind === kind).map(({ thing }) => thing.id);
}

/** A box is held with its order, which need not be in the tree. */
function ordersOfShownUnits(tree: GrownTree, { units }: TreeKnown): readonly string[] {
  return idsOf(tree, "unit").flatMap((unitId) => units.get(unitId)?.jobOrderId ?? []);
}

/** A way stands as the end of it that is further from the start. */
function treeLink({ from, to, pieces, meaning }: GrownLink, nodes: ReadonlyMap<string, TreeNode>): TreeLink {
  const ends = [nodes.get(from), nodes.get(to)];
  const [outer] = ends.toSorted((left, right) => Math.abs(right?.column ?? 0) - Math.abs(left?.column ?? 0));
  return { from, to, pieces, meaning, standing: outer?.standing ?? "known" };
}
