import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusal } from "../refusal.ts";
import { freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decideToolChange } from "./decide.ts";
import type { Tool } from "./tool.ts";
import { maintenanceOrderId, wearDrafts } from "./wear-drafts.ts";

const tool: Tool = {
  toolId: "T4",
  name: "T4 insert",
  workUnit: WORK_UNIT,
  lifeLimitCycles: 400,
  warnAtCycles: 320,
};

/** Counts cycles as a counter reading would: the count, then what it does to the tool. */
function cycles(history: History, delta: number, worn: Tool = tool): History {
  const base = { machineId: "machine", scrap: 0, cycles: delta, piecesPerCount: 1 };
  const payload = {
    ...base,
    signalId: "part-count",
    delta,
    counter: 0,
    previous: 0,
    kind: "advance" as const,
  };
  const counted = { ...payload, toolIds: [worn.toolId], sourceUtc: null, statusCode: 0 };
  return record(history, [
    { type: "parts.counted", jobOrder: null, payload: counted },
    ...wearDrafts(history.state.tool.get(worn.toolId), worn, delta),
  ]);
}

const typesOf = (history: History): readonly string[] =>
  history.events.map(({ type }) => type).filter((type) => type !== "parts.counted");

describe("tool wear", () => {
  test("it warns once at the mark and raises its maintenance order once at the limit", () => {
    let history = freshHistory;
    for (let cycle = 0; cycle < 1_000; cycle += 1) history = cycles(history, 1);
    expect(typesOf(history)).toEqual(["tool.warned", "maintenance.raised"]);
    expect(history.state.tool.get("T4")).toMatchObject({
      usedCycles: 1_000,
      maintenanceOrderId: "CNC-2:T4:1",
    });
  });

  test("a delta that jumps over both marks warns and raises, in that order", () => {
    expect(typesOf(cycles(freshHistory, 5_000))).toEqual(["tool.warned", "maintenance.raised"]);
  });

  test("a limit that the MES lowers below what is used raises at the next count", () => {
    const used = cycles(freshHistory, 300);
    expect(typesOf(cycles(used, 0, { ...tool, lifeLimitCycles: 200, warnAtCycles: 150 }))).toEqual([
      "tool.warned",
      "maintenance.raised",
    ]);
  });

  test("after a change the next life warns and raises again, under an id of its own", () => {
    const worn = cycles(freshHistory, 400);
    const changed = decideToolChange(worn.state, sampleMasterData, "T4");
    if (!changed.ok) throw new Error("refused");
    const next = cycles(record(worn, changed.value), 400);
    expect(next.state.tool.get("T4")).toMatchObject({
      life: 2,
      usedCycles: 400,
      maintenanceOrderId: "CNC-2:T4:2",
    });
    expect(maintenanceOrderId(tool, 2)).toBe("CNC-2:T4:2");
  });

  test("an unknown tool cannot be changed", () => {
    expect(decideToolChange(freshHistory.state, sampleMasterData, "T99")).toEqual({
      ok: false,
      refusal: refusal("unknown-tool", { toolId: "T99" }),
    });
  });

  test("however the cycles are cut into counts: one warning and one order per life, and no cycle is lost", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 }), (deltas) => {
        const history = deltas.reduce((before, delta) => cycles(before, delta), freshHistory);
        const used = deltas.reduce((sum, delta) => sum + delta, 0);
        expect(history.state.tool.get("T4")?.usedCycles ?? 0).toBe(used);
        const wanted = [
          ...(used >= 320 ? ["tool.warned"] : []),
          ...(used >= 400 ? ["maintenance.raised"] : []),
        ];
        expect(typesOf(history)).toEqual(wanted);
      }),
    );
  });
});
