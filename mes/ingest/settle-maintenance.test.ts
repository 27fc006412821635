import { describe, expect, test } from "vitest";
import { createStationJournal } from "../testing/station-journal.ts";
import type { CausedEffect } from "./caused-effect.ts";
import { judgeEvent } from "./judge-event.ts";
import { readFact } from "./read-fact.ts";
import { settleMaintenance } from "./settle-maintenance.ts";
import { currentVocabulary } from "./vocabulary.ts";

/** The effects of a journal of raised orders ("raise T4:1") and changed tools ("change T4"). */
function effectsOf(...happenings: readonly string[]): readonly CausedEffect[] {
  const journal = createStationJournal();
  for (const happening of happenings) {
    const [verb, name = ""] = happening.split(" ");
    const [toolId = ""] = name.split(":");
    const wear = { toolId, usedCycles: 400, lifeLimitCycles: 400 };
    if (verb === "raise") journal.record("maintenance.raised", { ...wear, maintenanceOrderId: name });
    else journal.record("tool.changed", { toolId, usedCycles: 400, life: 2 });
  }
  const state = {
    jobOrders: new Map(),
    heldLots: new Map(),
    stationOrders: new Map(),
    targets: new Map(),
    takenBack: new Map(),
  };
  return journal.entries.flatMap((entry) => {
    const arrival = { stationId: "WS-1", entry, read: readFact(entry, currentVocabulary) };
    return judgeEvent(state, arrival).effects.map((effect) => ({ effect, arrival }));
  });
}

const inShort = (...happenings: readonly string[]) => {
  const { changed, raised } = settleMaintenance(effectsOf(...happenings));
  return {
    changed: changed.map(({ toolId }) => toolId),
    raised: raised.map(
      ({ effect, isDone }) => `${effect.payload.maintenanceOrderId}${isDone ? " done" : ""}`,
    ),
  };
};

describe("settling the maintenance of a batch", () => {
  test("I-8 an order whose tool is changed after it is done; one raised after the change is open", () => {
    expect(inShort("raise T4:1", "change T4")).toEqual({ changed: ["T4"], raised: ["T4:1 done"] });
    expect(inShort("change T4", "raise T4:2")).toEqual({ changed: ["T4"], raised: ["T4:2"] });
    expect(inShort("raise T4:1", "change T4", "raise T4:2", "raise T5:1")).toEqual({
      changed: ["T4"],
      raised: ["T4:1 done", "T4:2", "T5:1"],
    });
  });

  test("I-4 an order that is raised again is the same order", () => {
    expect(inShort("raise T4:1", "raise T4:1")).toEqual({ changed: [], raised: ["T4:1"] });
    expect(inShort("raise T4:1", "change T4", "raise T4:1").raised).toEqual(["T4:1 done"]);
  });
});
