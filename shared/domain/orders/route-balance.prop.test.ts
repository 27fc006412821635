import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { handsOn, type OperationBalance, type RouteNode, routeBalance } from "./route-balance.ts";
import { anyPlant, nodesOf, playPlant } from "./testing/route-plant.ts";

/** Each operation of the production order with its balance; rework orders are in those. */
function operations(nodes: readonly RouteNode[]): readonly (readonly [RouteNode, OperationBalance])[] {
  return routeBalance(nodes).flatMap((balance, index) => {
    const node = nodes[index];
    return node === undefined || node.reworkOf !== null ? [] : [[node, balance] as const];
  });
}

describe("the balance of a production order", () => {
  test("RW-1 every piece is in exactly one place, whatever was sent back or reversed", () => {
    fc.assert(
      fc.property(anyPlant, (plant) => {
        const { nodes, started } = playPlant(plant);
        const onTheWay = nodes.reduce((sum, node) => {
          const isLast =
            node.reworkOf === null && !nodes.some((one) => one.previousJobOrderId === node.jobOrderId);
          return sum + (isLast ? node.good : node.good - handsOn(node));
        }, 0);
        const there = operations(nodes).reduce(
          (sum, [, one]) =>
            sum +
            one.scrap +
            one.scrappedInRework +
            one.inRework +
            one.rework -
            one.routedBack +
            (one.waiting ?? 0),
          0,
        );
        expect(there + onTheWay).toBe(started);
      }),
    );
  });

  test("RW-1 no sum exceeds what was started, none is below zero", () => {
    fc.assert(
      fc.property(anyPlant, (plant) => {
        const { nodes, started } = playPlant(plant);
        for (const [, one] of operations(nodes)) {
          const { good, handedOn, inspected, firstPassGood, waiting, inRework } = one;
          for (const sum of [good, handedOn ?? 0, inspected, firstPassGood, waiting ?? 0, inRework]) {
            expect(sum).toBeGreaterThanOrEqual(0);
            expect(sum).toBeLessThanOrEqual(started);
          }
          expect(firstPassGood).toBeLessThanOrEqual(inspected);
        }
      }),
    );
  });

  test("RW-4 first-pass good is never too high, and exact when all came through and nothing failed twice", () => {
    fc.assert(
      fc.property(anyPlant, (plant) => {
        const { nodes, firstPass, failedTwice, isThrough } = playPlant(plant);
        for (const [{ jobOrderId }, one] of operations(nodes)) {
          const truth = firstPass(jobOrderId);
          expect(one.firstPassGood).toBeLessThanOrEqual(truth.good);
          if (failedTwice(jobOrderId) || !isThrough(jobOrderId)) continue;
          expect(one).toMatchObject({ inspected: truth.inspected, firstPassGood: truth.good });
        }
      }),
    );
  });

  test("RW-4 of 100 pieces 10 were reworked and came back good: 100 good, 90 at the first pass", () => {
    const node = { previousJobOrderId: null, transferQuantity: 10, hasEnded: false, scrap: 0, rework: 0 };
    const turn = { ...node, jobOrderId: "10", plannedQuantity: 100, good: 100, reworkOf: null };
    const deburr = { ...turn, jobOrderId: "20", previousJobOrderId: "10", rework: 10 };
    const again = {
      ...turn,
      jobOrderId: "R",
      plannedQuantity: 10,
      good: 10,
      reworkOf: { jobOrderId: "20", quantity: 10 },
    };
    const find = (nodes: readonly RouteNode[], id: string) =>
      routeBalance(nodes).find(({ jobOrderId }) => jobOrderId === id);
    expect(find([turn, deburr, again], "20")).toMatchObject({
      good: 100,
      inspected: 100,
      firstPassGood: 90,
      waiting: 0,
    });
    expect(find([turn, deburr, again], "10")).toMatchObject({
      good: 100,
      firstPassGood: 100,
      firstPassYield: 1,
    });
    const early = { ...again, good: 0 };
    expect(find([turn, { ...deburr, good: 90 }, early], "20")).toMatchObject({
      firstPassGood: 90,
      inRework: 10,
    });
  });

  test("RW-1 I-21 in whatever order the bookings of many stations come, the balance is the same", () => {
    fc.assert(
      fc.property(anyPlant, fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), (plant, keys) => {
        const { nodes, deeds } = playPlant(plant);
        const mixed = deeds
          .map((deed, index) => ({ deed, key: keys[index] ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ deed }) => deed);
        expect(routeBalance(nodesOf(plant.transfers, plant.pieces, mixed))).toEqual(routeBalance(nodes));
      }),
    );
  });
});
