import { describe, expect, test } from "vitest";
import { decideLotScan } from "../../../shared/domain/materials/decide-lot-scan.ts";
import { type History, instantAt, record, wait } from "../../../shared/domain/testing/history.ts";
import {
  good,
  materialPlant,
  runningOrder,
  scanContext,
} from "../../../shared/domain/testing/material-plant.ts";
import { materialsView } from "./material-view.ts";
import { activeOrderView } from "./order-view.ts";

const loaded = (history: History, lotId: string) =>
  record(history, decideLotScan({ state: history.state, master: materialPlant }, lotId, scanContext).drafts);

function rows(history: History) {
  const at = instantAt(history.nowMs);
  const order = activeOrderView({ state: history.state, master: materialPlant }, { at });
  return materialsView(history.state, materialPlant, { nowUtc: at.atUtc, order });
}

const ring = (history: History) => rows(history)[0];

describe("what is loaded", () => {
  test("MA-15 how much is left and until when it lasts, at the pace of the order", () => {
    // 10 pieces in 600 s: 60 s a piece, 190 rings left.
    const history = wait(record(loaded(runningOrder(), "88213"), [good(10)]), 600_000);
    expect(ring(history)).toMatchObject({
      lotId: "88213",
      left: "190",
      leftPieces: 190,
      emptyAboutUtc: new Date(Date.parse(instantAt(600_000).atUtc) + 190 * 60_000).toISOString(),
      state: "loaded",
    });
  });

  test("MA-16 it warns a quarter of an hour before it runs out, and says when it should be empty", () => {
    const used = (pieces: number) =>
      wait(record(loaded(runningOrder(), "88213"), [good(pieces)]), pieces * 60_000);
    expect([184, 185, 200, 205].map((pieces) => ring(used(pieces))?.state)).toEqual([
      "loaded",
      "runs-out",
      "empty",
      "empty",
    ]);
  });

  test("MA-16 a lot that is enough for the rest of the order warns of nothing", () => {
    const history = wait(record(loaded(record(runningOrder(), [good(590)]), "88213"), [good(9)]), 600_000);
    expect(ring(history)).toMatchObject({ leftPieces: 191, state: "loaded" });
  });

  test("MA-15 while the order is paused nobody says until when it lasts", () => {
    const paused = record(loaded(runningOrder(), "88213"), [
      { type: "order.paused", jobOrder: "4711", payload: { reasonCode: "pause-1" } },
    ]);
    expect(ring(paused)).toMatchObject({ leftPieces: 200, emptyAboutUtc: null });
  });

  test("CF-4 a lot that is held while it is loaded says so, whatever is left in it", () => {
    const at = instantAt(0);
    const lot = materialPlant.lot.get("88213");
    if (lot === undefined) throw new Error("88213");
    const held = { ...materialPlant, lot: new Map(materialPlant.lot).set("88213", { ...lot, hold: "Q-9" }) };
    const { state } = loaded(runningOrder(), "88213");
    const order = activeOrderView({ state, master: held }, { at });
    expect(materialsView(state, held, { nowUtc: at.atUtc, order })[0]).toMatchObject({
      lotId: "88213",
      state: "held",
    });
  });

  test("MA-15 what is not loaded is to be scanned", () => {
    expect(rows(runningOrder()).map(({ state, left }) => [state, left])).toEqual([
      ["to-scan", null],
      ["to-scan", null],
    ]);
  });
});
