import { describe, expect, test } from "vitest";
import type { Known } from "../known.ts";
import type { MasterData } from "../master-data.ts";
import { freshAge, freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decideStart } from "./decide.ts";
import { decideFinish, decideFinishShort } from "./decide-end.ts";
import { decideGood } from "./decide-quantity.ts";
import type { JobOrder } from "./job-order.ts";
import { goodQuantity } from "./job-order-progress.ts";

const ID = "4720";

/** Order 4720 of 150 pieces, `elsewhere` of which another station has made. */
function plant(elsewhere: number, change: Partial<JobOrder> = {}): MasterData {
  const order = sampleMasterData["job-order"].get(ID);
  if (order === undefined) throw new Error("no order");
  const told = {
    jobOrderId: ID,
    good: elsewhere,
    scrap: 0,
    rework: 0,
    stations: 1,
    asOfUtc: freshAge.nowUtc,
  };
  return {
    ...sampleMasterData,
    "job-order": new Map(sampleMasterData["job-order"]).set(ID, { ...order, ...change }),
    "made-elsewhere": new Map([[ID, told]]),
  };
}

function running(made: number): History {
  const started = decideStart(
    { state: freshHistory.state, master: sampleMasterData },
    { jobOrderId: ID, workUnit: WORK_UNIT, activeOrder: null, age: freshAge },
  );
  if (!started.ok) throw new Error(started.refusal.code);
  const payload = { good: made, scrap: 0, rework: 0, reasonCode: null, source: "pad" as const };
  return record(freshHistory, [...started.value, { type: "quantity.reported", jobOrder: ID, payload }]);
}

const at = (made: number, master: MasterData): Known => ({ state: running(made).state, master });
const book = (known: Known, quantity: number) =>
  decideGood(known.state, known.master, { quantity, source: "pad" });

describe("what other stations have made counts for the whole", () => {
  test("SE-16 with the rest made elsewhere the order ends without asking why, by its own sums", () => {
    expect(decideFinish(at(50, plant(100)))).toMatchObject({
      ok: true,
      value: [{ type: "order.finished", payload: { good: 50, plannedQuantity: 150 } }],
    });
    expect(decideFinishShort(at(50, plant(100)), "short-1")).toMatchObject({
      refusal: { code: "order-complete" },
    });
    expect(decideFinish(at(50, plant(90)))).toMatchObject({
      refusal: { code: "order-short", details: { missing: "10" } },
    });
  });

  test("SE-16 a quantity is plausible by what is missing to the whole, never by what this station alone made", () => {
    expect(book(at(20, plant(0)), 110)).toMatchObject({ ok: true });
    expect(book(at(20, plant(120)), 110)).toMatchObject({
      refusal: { code: "quantity-too-large", details: { left: "10" } },
    });
  });

  test("SE-16 QU-2 the tolerance is over the sum of all: none is left here once others have used it", () => {
    const exact = { overDeliveryPercent: 0 };
    expect(book(at(50, plant(90, exact)), 10)).toMatchObject({ ok: true });
    expect(book(at(50, plant(90, exact)), 11)).toMatchObject({
      refusal: { code: "over-delivery", details: { most: "150" } },
    });
  });

  test("SE-16 pieces that came from before lie here once, whichever station worked them", () => {
    const upstream = { handedOn: 100, returned: 0, isFinished: false, asOfUtc: freshAge.nowUtc };
    expect(book(at(20, plant(70, { upstream })), 11)).toMatchObject({
      refusal: { code: "more-than-handed-on", details: { left: "10" } },
    });
  });

  test("I-22 SE-15 what is told of others never becomes this station's own", () => {
    const known = at(50, plant(100));
    expect(goodQuantity(known.state.jobOrder.get(ID) ?? fail())).toBe(50);
  });
});

function fail(): never {
  throw new Error("no order");
}
