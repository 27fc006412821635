import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData } from "../testing/sample-plant.ts";
import { decideGood } from "./decide-quantity.ts";
import { decideReading } from "./decide-reading.ts";

const PLANNED = 2_000;
const started: Draft = {
  type: "order.started",
  jobOrder: "4731",
  payload: { countAuthority: "operator", plannedQuantity: PLANNED },
};
const signIn = (personId: string): Draft => ({
  type: "person.signed-in",
  jobOrder: null,
  payload: { personId, method: "badge" },
});
const withTolerance = (overDeliveryPercent: number | undefined): MasterData => {
  const order = sampleMasterData["job-order"].get("4731");
  if (order === undefined) throw new Error("no order 4731");
  const changed = overDeliveryPercent === undefined ? order : { ...order, overDeliveryPercent };
  return { ...sampleMasterData, "job-order": new Map([["4731", changed]]) };
};
const begun = (personId: string): History => record(freshHistory, [started, signIn(personId)]);
const good = (history: History, master: MasterData, quantity: number, confirmed = false) =>
  decideGood(history.state, master, { quantity, source: "pad", confirmed });

describe("plausible quantities", () => {
  test("QU-1 O2 ten times the order is asked about once; confirmed, it is booked", () => {
    const history = begun("P-1001");
    const master = withTolerance(undefined);
    expect(good(history, master, 20_000)).toMatchObject({ refusal: { code: "quantity-too-large" } });
    expect(good(history, master, 20_000, true)).toMatchObject({ ok: true });
  });

  test("QU-1 a counter reading is asked about like a quantity", () => {
    const noted = { type: "reading.noted", jobOrder: "4731", payload: { reading: 100 } } as const;
    const { state } = record(begun("P-1001"), [noted]);
    const known = { state, master: withTolerance(undefined) };
    const reading = { reading: 90_000, isStart: false };
    expect(decideReading(known, reading)).toMatchObject({ refusal: { code: "quantity-too-large" } });
    expect(decideReading(known, { ...reading, confirmed: true })).toMatchObject({ ok: true });
  });

  test.each([
    [0, PLANNED],
    [5, 2_100],
    [0.04, PLANNED],
    [0.05, 2_001],
  ])("QU-2 with %d percent more, %i pieces are the most", (percent, most) => {
    const master = withTolerance(percent);
    const history = begun("P-1001");
    expect(good(history, master, most)).toMatchObject({ ok: true });
    expect(good(history, master, most + 1, true)).toMatchObject({
      refusal: { code: "over-delivery", details: { most: String(most) } },
    });
  });

  test("QU-2 a lead may book more, and is asked like everybody", () => {
    const history = begun("P-1003");
    const master = withTolerance(0);
    expect(good(history, master, PLANNED + 1)).toMatchObject({ ok: true });
    expect(good(history, master, 10 * PLANNED)).toMatchObject({ refusal: { code: "quantity-too-large" } });
  });
});
