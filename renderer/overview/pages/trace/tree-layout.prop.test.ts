import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TreeLink, TreeNode } from "../../../../shared/protocol/tree-page.ts";
import { layOutTree } from "./tree-layout.ts";

const node = (key: string, column: number): TreeNode => ({
  key,
  column,
  standing: "known",
  hold: null,
  content: { kind: "more", count: 1 },
});

/** Nodes of some columns, each hanging on one that is nearer to the middle. */
const tree = fc
  .array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.nat(), fc.option(fc.nat({ max: 500 }))), {
    maxLength: 40,
  })
  .map((drawn) => {
    const nodes = [node("root", 0)];
    const links: TreeLink[] = [];
    for (const [index, [column, pick, pieces]] of drawn.entries()) {
      if (column === 0) continue;
      const inner = nodes.filter((one) => one.column === column - Math.sign(column));
      const parent = inner[pick % Math.max(1, inner.length)];
      if (parent === undefined) continue;
      const own = node(`n${index}`, column);
      nodes.push(own);
      const [from, to] = column > 0 ? [parent.key, own.key] : [own.key, parent.key];
      links.push({ from, to, pieces, meaning: "flow", standing: "known" });
    }
    return { nodes, links };
  });

describe("layout of a tree", () => {
  test("3.6 no card lies on another or outside, and every way is drawn", () => {
    fc.assert(
      fc.property(tree, ({ nodes, links }) => {
        const laid = layOutTree(nodes, links);
        expect(laid.nodes).toHaveLength(nodes.length);
        expect(laid.links).toHaveLength(links.length);
        for (const { xPx, yPx, widthPx, heightPx } of laid.nodes) {
          expect(xPx >= 0 && xPx + widthPx <= laid.widthPx).toBe(true);
          expect(yPx >= 0 && yPx + heightPx <= laid.heightPx).toBe(true);
        }
        for (const column of Map.groupBy(laid.nodes, ({ xPx }) => xPx).values()) {
          const sorted = column.toSorted((left, right) => left.yPx - right.yPx);
          for (const [index, { yPx }] of sorted.entries()) {
            const above = sorted[index - 1];
            expect(above === undefined || yPx >= above.yPx + above.heightPx + 19).toBe(true);
          }
        }
      }),
    );
  });

  test("3.6 the way of most pieces is the thick one, and a way that is alone between two columns is not", () => {
    const nodes = [node("lot", 0), node("a", 1), node("b", 1), node("box", 2)];
    const link = (from: string, to: string, pieces: number): TreeLink => ({
      from,
      to,
      pieces,
      meaning: "flow",
      standing: "known",
    });
    const { links } = layOutTree(nodes, [link("lot", "a", 12), link("lot", "b", 412), link("b", "box", 300)]);
    expect(links.filter(({ isMost }) => isMost).map(({ link: { to } }) => to)).toEqual(["b"]);
  });

  test("3.6 one card beside another lies at its height", () => {
    const nodes = [node("lot", 0), node("a", 1), node("b", 1), node("box", 2)];
    const links: TreeLink[] = [
      { from: "lot", to: "a", pieces: null, meaning: "flow", standing: "known" },
      { from: "lot", to: "b", pieces: null, meaning: "flow", standing: "known" },
      { from: "b", to: "box", pieces: null, meaning: "flow", standing: "known" },
    ];
    const byKey = new Map(layOutTree(nodes, links).nodes.map((one) => [one.node.key, one.yPx]));
    expect(byKey.get("box")).toBe(byKey.get("b"));
  });
});
