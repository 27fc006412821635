import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tracedUnit } from "../packing/testing/traced-unit.ts";
import { loadedLot } from "../testing/loaded-lot.ts";
import { foldGenealogy } from "./fold-genealogy.ts";
import { DEEPEST_TREE, type GrownTree, grownTree, rootedTree, TREE_LIMITS } from "./grow-tree.ts";
import { stationEvent } from "./testing/station-event.ts";
import { neighboursOf, type TreeFacts } from "./tree-facts.ts";
import { type TreeSide, type TreeThing, treeKey } from "./tree-thing.ts";
import type { StationEvent } from "./work-trace.ts";

/*
 * Invariant: a tree is a part of what the stations told, whole in itself and the same whatever order they told it in.
 * Worst outcome if violated: a way that a lot took is missing from the picture that a recall is decided on.
 */

const orders = ["1", "2", "3", "4"] as const;
const lots = ["A", "B", "C", "D", "E"] as const;
const order = fc.constantFrom(...orders);
const lot = fc.constantFrom(...lots);

type Deed = readonly [jobOrderId: string, lotId: string | null, pieces: number];
const deed: fc.Arbitrary<Deed> = fc.tuple(
  order,
  fc.option(lot, { nil: null }),
  fc.integer({ min: 1, max: 30 }),
);
const journal = fc.array(deed, { maxLength: 12 });

/** What a station that did this would have written, as far as genealogy reads it. */
function told(stationId: string, deeds: readonly Deed[]): readonly StationEvent[] {
  return deeds.flatMap(([jobOrder, lotId, pieces], index) => {
    const on = { jobOrder, stationId, workUnit: `CNC-${stationId}`, actor: "P-1001" };
    const booked = stationEvent(
      {
        type: "quantity.reported",
        payload: { good: pieces, scrap: 0, rework: 0, reasonCode: null, source: "pad" },
      },
      { ...on, eventId: `${stationId}-${index}-q` },
    );
    if (lotId === null) return [booked];
    return [
      stationEvent(
        { type: "material.loaded", payload: loadedLot({ lotId, atPieces: null }) },
        { ...on, eventId: `${stationId}-${index}-l` },
      ),
      booked,
    ];
  });
}

function interleaved(
  left: readonly StationEvent[],
  right: readonly StationEvent[],
  picks: readonly boolean[],
) {
  const queues: readonly [StationEvent[], StationEvent[]] = [[...left], [...right]];
  const first = picks.flatMap((pick) => queues[pick ? 0 : 1].shift() ?? []);
  return [...first, ...queues[0], ...queues[1]];
}

const box = (unitId: string, jobOrderId: string, quantity: number) =>
  tracedUnit({
    unitId,
    jobOrderId,
    packings: [{ eventId: unitId, jobOrderId, quantity, serials: [], child: null }],
  });
const boxes = fc.array(fc.tuple(order, fc.integer({ min: 1, max: 9 })), { maxLength: 3 });

interface Plant {
  readonly events: readonly (readonly StationEvent[])[];
  readonly facts: (events: readonly StationEvent[]) => TreeFacts;
}

const plant: fc.Arbitrary<Plant> = fc
  .record({
    first: journal,
    second: journal,
    makers: fc.tuple(...lots.map(() => fc.option(order, { freq: 1 }))),
    previous: fc.tuple(...orders.map(() => fc.option(order, { freq: 1 }))),
    repaired: fc.tuple(...orders.map(() => fc.option(order, { freq: 1 }))),
    packed: boxes,
  })
  .map(({ first, second, makers, previous, repaired, packed }) => ({
    events: [told("S1", first), told("S2", second)],
    facts: (events) => ({
      genealogy: foldGenealogy(events),
      lots: new Map(
        lots.map((lotId, place) => {
          return [
            lotId,
            { madeByJobOrderId: makers[place] ?? null, supplierLot: `V-${lotId}`, hasRest: place === 0 },
          ];
        }),
      ),
      units: new Map(
        packed.map(([jobOrderId, quantity], place) => [
          `box-${place}`,
          box(`box-${place}`, jobOrderId, quantity),
        ]),
      ),
      serials: new Map(),
      previousOperation: new Map(
        orders.flatMap((jobOrderId, place) => {
          const one = previous[place];
          return one === undefined || one === null || one === jobOrderId
            ? []
            : [[jobOrderId, one] as [string, string]];
        }),
      ),
      repairs: new Map(
        orders.flatMap((jobOrderId, place) => {
          const of = repaired[place] ?? null;
          return of === null || of === jobOrderId
            ? []
            : [[jobOrderId, { jobOrderId: of, pieces: 2 }] as const];
        }),
      ),
      unreported: new Map([["1", 12]]),
      mayHaveTaken: new Map(),
      beyond: new Map(),
    }),
  }));

interface Grow {
  readonly root: TreeThing;
  readonly sides: readonly TreeSide[];
  readonly depth: number;
  readonly ofNode?: number;
}

function tree(facts: TreeFacts, { root, sides, depth, ofNode = 99 }: Grow): GrownTree {
  let grown = rootedTree(root);
  for (const side of sides) {
    for (let column = 1; column <= depth; column += 1) {
      const limits = { ...TREE_LIMITS, ofNode };
      const steps = (thing: TreeThing) => neighboursOf(facts, thing, side);
      grown = grownTree(grown, { side, depth: column, neighboursOf: steps, limits });
    }
  }
  return grown;
}

const root: fc.Arbitrary<TreeThing> = fc.oneof(
  lot.map((id): TreeThing => ({ kind: "lot", id })),
  order.map((id): TreeThing => ({ kind: "order", id })),
);
const depth = fc.integer({ min: 1, max: DEEPEST_TREE });

describe("a tree of genealogy", () => {
  test("MA-27 both ends of every link are in it, and every node but the first hangs on one", () => {
    fc.assert(
      fc.property(
        plant,
        root,
        depth,
        fc.integer({ min: 1, max: 8 }),
        ({ events, facts }, from, deep, ofNode) => {
          const { nodes, links } = tree(facts(events.flat()), {
            root: from,
            sides: ["forth", "back"],
            depth: deep,
            ofNode,
          });
          const ends = new Set([...links.values()].flatMap(({ from: left, to: right }) => [left, right]));
          for (const end of ends) expect(nodes.has(end)).toBe(true);
          for (const key of nodes.keys()) expect(key === treeKey(from) || ends.has(key)).toBe(true);
          for (const { column } of nodes.values()) expect(Math.abs(column)).toBeLessThanOrEqual(deep);
        },
      ),
    );
  });

  test("MA-28 what is found forth of a thing has it back", () => {
    fc.assert(
      fc.property(plant, root, depth, ({ events, facts }, from, deep) => {
        const known = facts(events.flat());
        const forth = tree(known, { root: from, sides: ["forth"], depth: deep });
        for (const { thing, column } of forth.nodes.values()) {
          if (!["lot", "order", "unit"].includes(thing.kind) || column === 0) continue;
          const back = tree(known, { root: thing, sides: ["back"], depth: column });
          expect(back.nodes.has(treeKey(from))).toBe(true);
        }
      }),
    );
  });

  test("MA-29 I-21 the order in which stations tell changes nothing", () => {
    fc.assert(
      fc.property(plant, root, depth, fc.array(fc.boolean()), ({ events, facts }, from, deep, picks) => {
        const [left = [], right = []] = events;
        const grow: Grow = { root: from, sides: ["forth", "back"], depth: deep, ofNode: 2 };
        const apart = tree(facts([...left, ...right]), grow);
        expect(tree(facts(interleaved(left, right, picks)), grow)).toEqual(apart);
      }),
    );
  });

  test("MA-30 what there is no room for is counted, never left out in silence", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      thing: { kind: "order", id: String(index) } as const,
      pieces: index,
    }));
    const neighbours = () => ({ steps: many, beyond: 5 });
    const start = rootedTree({ kind: "lot", id: "A" });
    const grown = grownTree(start, {
      side: "forth",
      depth: 1,
      neighboursOf: neighbours,
      limits: TREE_LIMITS,
    });
    const more = [...grown.nodes.values()].find(({ thing }) => thing.kind === "more");
    expect(grown.nodes.size).toBe(1 + TREE_LIMITS.ofNode + 1);
    expect(more?.hidden).toBe(30 - TREE_LIMITS.ofNode + 5);
    expect(grown.nodes.has("order 29")).toBe(true);
  });
});
