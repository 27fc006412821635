import { describe, expect, test } from "vitest";
import type { Result } from "../lib/result.ts";
import type { Draft } from "./event.ts";
import { decideToolChange } from "./maintenance/decide.ts";
import type { MasterData } from "./master-data.ts";
import { decideLotScan } from "./materials/decide-lot-scan.ts";
import { lotSegments } from "./materials/lot-segments.ts";
import { loadKey } from "./materials/material-load.ts";
import { decidePause, decideResume } from "./orders/decide.ts";
import { decideCorrection } from "./orders/decide-correction.ts";
import { decideFinishShort } from "./orders/decide-end.ts";
import { decideGood } from "./orders/decide-quantity.ts";
import { goodQuantity } from "./orders/job-order-progress.ts";
import { obeyPlanner } from "./orders/obey-planner.ts";
import { begunIn } from "./orders/rework-begun.ts";
import { decideSignIn, decideSignOut } from "./people/decide.ts";
import { isLeadHere, signedIn } from "./people/signed-in.ts";
import { decideDefect, decideMeasurement } from "./quality/decide.ts";
import { decideQualify } from "./stops/decide.ts";
import { type History, lastEventId, record, wait } from "./testing/history.ts";
import { good, materialPlant, runningOrder, scanContext } from "./testing/material-plant.ts";

/*
 * docs/spec/conflicts.md, the side of the station: what the MES changed or took away while it was in use here. Whatever
 * the MES says, nothing that was recorded changes, and what is at work can be brought to its end.
 */

type Kind = keyof MasterData;

/** The plant after the MES has taken one thing back. */
function without(kind: Kind, id: string): MasterData {
  const rest = new Map<string, unknown>(materialPlant[kind]);
  rest.delete(id);
  return { ...materialPlant, [kind]: rest };
}

const known = (history: History, master: MasterData = materialPlant) => ({ state: history.state, master });

function done(history: History, decision: Result<readonly Draft[], unknown>): History {
  if (!decision.ok) throw new Error(JSON.stringify(decision));
  return record(wait(history, 1_000), decision.value, "P-1001");
}

const pieces = (history: History, quantity = 5): History =>
  done(history, decideGood(history.state, materialPlant, { quantity, source: "pad" }));

const order = (history: History) => {
  const progress = history.state.jobOrder.get("4711");
  if (progress === undefined) throw new Error("4711 was not begun");
  return progress;
};

describe("what the MES takes away while it is in use", () => {
  test("CF-1 an order that is gone from the plan while it runs: pieces go on, and it can be ended", () => {
    const gone = without("job-order", "4711");
    const running = pieces(runningOrder());
    expect(obeyPlanner(known(running, gone))).toEqual([]);
    const more = done(running, decideGood(running.state, gone, { quantity: 3, source: "pad" }));
    expect(goodQuantity(order(more))).toBe(8);
    const ended = done(more, decideFinishShort(known(more, gone), "short-1"));
    expect(order(ended)).toMatchObject({ state: "finished" });
    expect(goodQuantity(order(ended))).toBe(8);
  });

  test("CF-2 a cut changes what is planned, never what was made", () => {
    const running = pieces(runningOrder(), 40);
    const planned = materialPlant["job-order"].get("4711");
    if (planned === undefined) throw new Error("4711");
    const cut = {
      ...materialPlant,
      "job-order": new Map([["4711", { ...planned, plannedQuantity: 10 }]]),
    };
    const told = record(running, obeyPlanner(known(running, cut)));
    expect(order(told).plannedQuantity).toBe(10);
    expect(goodQuantity(order(told))).toBe(40);
  });

  test("CF-4 a lot that is held while it is loaded keeps its pieces, and is not loaded again", () => {
    const scanned = decideLotScan(known(runningOrder()), "88213", scanContext);
    const loaded = pieces(record(runningOrder(), scanned.drafts, "P-1001"));
    const lot = materialPlant.lot.get("88213");
    if (lot === undefined) throw new Error("88213");
    const held = { ...materialPlant, lot: new Map(materialPlant.lot).set("88213", { ...lot, hold: "Q-9" }) };
    const load = loaded.state.load.get(loadKey("4711", "RING-40"));
    expect(lotSegments(load?.marks ?? [], 5)).toMatchObject([{ lotId: "88213", fromPieces: 0, toPieces: 5 }]);
    const changed = record(loaded, decideLotScan(known(loaded, held), "88214", scanContext).drafts, "P-1001");
    expect(decideLotScan(known(changed, held), "88213", scanContext)).toMatchObject({ drafts: [] });
  });

  test("CF-5 a characteristic that is withdrawn takes no new value; what was measured stays", () => {
    const value = { characteristicId: "DIA-40", text: "39.990", source: "pad", confirmed: false } as const;
    const running = runningOrder();
    const measured = done(running, decideMeasurement(running.state, materialPlant, value));
    const gone = without("characteristic", "DIA-40");
    expect(decideMeasurement(measured.state, gone, value)).toMatchObject({
      ok: false,
      refusal: { code: "unknown-characteristic" },
    });
    expect([...measured.state.sample.values()]).toHaveLength(1);
  });

  test("CF-6 a reason that is withdrawn while an order is paused for it: the order goes on, nobody picks it again", () => {
    const running = runningOrder();
    const paused = done(running, decidePause(known(running), "pause-1"));
    const gone = without("reason", "pause-1");
    expect(order(paused).pauseReasonCode).toBe("pause-1");
    const resumed = done(paused, decideResume(known(paused, gone)));
    expect(order(resumed).state).toBe("running");
    expect(decidePause(known(resumed, gone), "pause-1")).toMatchObject({
      ok: false,
      refusal: { code: "unknown-reason" },
    });
  });

  test("MA-34 a revision that changed while an order is worked is noted when work goes on", () => {
    const planned = materialPlant["job-order"].get("4711");
    if (planned === undefined) throw new Error("4711");
    const instructions = [{ documentId: "AA-0711", title: "Turning Flange 40", revision: "8" }];
    const changed = { ...materialPlant, "job-order": new Map([["4711", { ...planned, instructions }]]) };
    const running = runningOrder();
    expect(running.events.find(({ type }) => type === "order.started")?.payload).not.toHaveProperty(
      "instructions",
    );
    const paused = done(running, decidePause(known(running, changed), "pause-1"));
    const resumed = done(paused, decideResume(known(paused, changed)));
    expect(resumed.events.at(-1)).toMatchObject({ type: "order.resumed", payload: { instructions } });
  });

  test("CF-7 a defect code that is withdrawn takes no new pieces; those of before can be taken back", () => {
    const running = pieces(runningOrder());
    const found = { defectCode: "BURR", quantity: 2, disposition: "scrap" } as const;
    const logged = done(running, decideDefect(running.state, materialPlant, found));
    const gone = without("defect-code", "BURR");
    expect(decideDefect(logged.state, gone, found)).toMatchObject({
      ok: false,
      refusal: { code: "unknown-defect" },
    });
    const shiftStartUtc = "2026-11-23T00:00:00.000Z";
    const correction = { eventId: lastEventId(logged), quantity: 2 };
    const back = done(
      logged,
      decideCorrection(
        { ...known(logged, gone), shiftStartUtc, isBegunHere: begunIn(logged.state) },
        correction,
      ),
    );
    expect(order(back)).toMatchObject({ scrap: 0, defects: { BURR: 0 } });
  });

  test("CF-8 a person who is removed while signed in ends the work in that name, has no rights, does not come back", () => {
    const lead = runningOrder("operator", "P-1003");
    const gone = without("person", "P-1003");
    expect(isLeadHere(known(lead))).toBe(true);
    expect(isLeadHere(known(lead, gone))).toBe(false);
    expect(decideGood(lead.state, gone, { quantity: 1, source: "pad" }).ok).toBe(true);
    const out = done(lead, decideSignOut(lead.state, "P-1003"));
    expect(signedIn(out.state)).toEqual([]);
    expect(decideSignIn(gone, "P-1003", "badge")).toMatchObject({ ok: false });
  });

  test("CF-9 a tool that is taken from the work unit keeps its cycles, and its change is still recorded", () => {
    const counted = record(runningOrder("machine"), [
      {
        type: "parts.counted",
        jobOrder: "4711",
        payload: {
          machineId: "M1",
          signalId: "parts",
          delta: 12,
          scrap: 0,
          cycles: 12,
          piecesPerCount: 1,
          counter: 12,
          previous: 0,
          kind: "advance",
          sourceUtc: null,
          statusCode: 0,
          toolIds: ["T4"],
        },
      },
    ]);
    const gone = without("tool", "T4");
    expect(counted.state.tool.get("T4")?.usedCycles).toBe(12);
    const changed = done(counted, decideToolChange(counted.state, gone, "T4"));
    expect(changed.state.tool.get("T4")).toMatchObject({ usedCycles: 0, life: 2 });
  });

  test("CF-11 the reason of a stop is given here and here only; one that is withdrawn stays, and another may replace it", () => {
    const machine = { machineId: "M1", workUnit: "CNC-2", state: "stopped", agoMs: 0 } as const;
    const payload = { ...machine, kind: "standing" as const, causes: [] };
    const stood = record(runningOrder(), [{ type: "stop.began", jobOrder: "4711", payload }]);
    const stopId = lastEventId(stood);
    const named = done(stood, decideQualify(known(stood), { stopId, reasonCode: "pause-1" }));
    const gone = without("reason", "pause-1");
    expect(named.state.stop.get(stopId)?.reasonCode).toBe("pause-1");
    expect(decideQualify(known(stood, gone), { stopId, reasonCode: "pause-1" })).toMatchObject({ ok: false });
    const again = done(named, decideQualify(known(named, gone), { stopId, reasonCode: "pause-2" }));
    expect(again.state.stop.get(stopId)?.reasonCode).toBe("pause-2");
  });

  test("CF-13 a booking of an order that is gone from the plan is corrected all the same", () => {
    const booked = record(runningOrder(), [good(24)], "P-1001");
    const gone = without("job-order", "4711");
    const shiftStartUtc = "2026-11-23T00:00:00.000Z";
    const correction = { eventId: lastEventId(booked), quantity: 20 };
    const back = done(
      booked,
      decideCorrection(
        { ...known(booked, gone), shiftStartUtc, isBegunHere: begunIn(booked.state) },
        correction,
      ),
    );
    expect(goodQuantity(order(back))).toBe(4);
  });
});
