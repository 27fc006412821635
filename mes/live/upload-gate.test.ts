import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createUploadGate, type Leave } from "./upload-gate.ts";

const limits = { mostAtOnce: 2, mostWaiting: 2, longestWaitMs: 60_000 };

/** What a request knows so far: nothing yet, let in, or told to come later. */
async function stateOf(asked: Promise<Leave | undefined>): Promise<"waits" | "in" | "later"> {
  const answer = await Promise.race([asked, Promise.resolve("waits" as const)]);
  if (answer === "waits") return "waits";
  return answer === undefined ? "later" : "in";
}

describe("upload gate", () => {
  test("N12 as many as there are places are let in, some wait, the rest is told to come later", async () => {
    const gate = createUploadGate(limits);
    const asked = ["A", "B", "C", "D", "E"].map((station) => gate.enter(station));
    await asked[0];
    expect(await Promise.all(asked.map(stateOf))).toEqual(["in", "in", "waits", "waits", "later"]);
  });

  test("N12 a place that is left goes to the next in line, once, however often it is left", async () => {
    const gate = createUploadGate(limits);
    const asked = ["A", "B", "C", "D"].map((station) => gate.enter(station));
    const leave = await asked[0];
    leave?.();
    leave?.();
    await asked[2];
    expect(await Promise.all(asked.map(stateOf))).toEqual(["in", "in", "in", "waits"]);
  });

  test("N12 whoever was let in lately gives way to one that was not yet", async () => {
    const gate = createUploadGate({ ...limits, mostAtOnce: 1, mostWaiting: 1 });
    const first = await gate.enter("A");
    first?.();
    await gate.enter("B");
    const again = gate.enter("A");
    const fresh = gate.enter("C");
    expect(await again).toBeUndefined();
    expect(await stateOf(fresh)).toBe("waits");
  });

  test("I-17 nobody waits longer than the limit", async () => {
    const gate = createUploadGate({ ...limits, mostAtOnce: 1, longestWaitMs: 1 });
    await gate.enter("A");
    expect(await gate.enter("B")).toBeUndefined();
  });

  test("N12 with stations that come again at once, none is let in more often than once more than another", async () => {
    const rush = fc.record({
      stations: fc.integer({ min: 2, max: 30 }),
      mostAtOnce: fc.integer({ min: 1, max: 4 }),
      mostWaiting: fc.integer({ min: 1, max: 6 }),
      order: fc.infiniteStream(fc.nat()),
    });
    await fc.assert(
      fc.asyncProperty(rush, async ({ stations, order, ...rest }) => {
        const gate = createUploadGate({ ...rest, longestWaitMs: 60_000 });
        const served = Array.from({ length: stations }, () => 0);
        const idle = new Set(served.keys());
        const inside: { readonly station: number; readonly leave: Leave }[] = [];
        const ask = async (station: number) => {
          idle.delete(station);
          const leave = await gate.enter(String(station));
          if (leave === undefined) {
            idle.add(station);
            return;
          }
          served[station] = (served[station] ?? 0) + 1;
          inside.push({ station, leave });
        };
        for (let round = 0; round < stations * 12; round += 1) {
          // All that are out come again, in any order, before the next place is left.
          const lots = new Map([...idle].map((station) => [station, order.next().value]));
          const coming = [...idle].sort((left, right) => (lots.get(left) ?? 0) - (lots.get(right) ?? 0));
          for (const station of coming) void ask(station);
          await new Promise((resolve) => setImmediate(resolve));
          expect(inside.length).toBeLessThanOrEqual(rest.mostAtOnce);
          const first = inside.shift();
          first?.leave();
          if (first !== undefined) idle.add(first.station);
          await new Promise((resolve) => setImmediate(resolve));
        }
        expect(Math.max(...served) - Math.min(...served)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
