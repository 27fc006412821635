import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../shared/domain/event.ts";
import { goodQuantity } from "../../shared/domain/orders/job-order-progress.ts";
import type { OrderBooking } from "../../shared/protocol/pages.ts";
import { readFact } from "../ingest/read-fact.ts";
import { currentVocabulary } from "../ingest/vocabulary.ts";
import { counted, defect, measured, reported } from "../testing/sample-events.ts";
import { bookingDetail, ledgerQuantities } from "./booking-line.ts";
import { collapseCounts } from "./collapse-counts.ts";
import type { Names } from "./names.ts";
import { mergeOrderState } from "./order-state.ts";

function fact(type: string, payload: object): Fact {
  const read = readFact({ type, version: 1, payload: JSON.stringify(payload) }, currentVocabulary);
  if (read.kind !== "fact") throw new Error(`${type} is ${read.kind}`);
  return read.fact;
}

const pieces = fc.integer({ min: -50, max: 500 });
const anyFact = fc.oneof(
  fc.nat({ max: 500 }).map((delta) => fact("parts.counted", counted(delta))),
  fc
    .record({ good: pieces, scrap: pieces, rework: pieces })
    .map((delta) => fact("quantity.reported", reported(delta))),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom("scrap", "rework", "hold", "use-as-is"))
    .map(([quantity, disposition]) => fact("defect.logged", defect(quantity, disposition))),
  fc.constant(fact("measurement.recorded", measured())),
);

/** The sums of order_progress, as the effects of ingest write them. */
function sumsOf(facts: readonly Fact[]) {
  const sums = { counted: 0, reportedGood: 0, scrap: 0, rework: 0 };
  for (const one of facts) {
    if (one.type === "parts.counted") sums.counted += one.payload.delta;
    if (one.type === "quantity.reported") {
      sums.reportedGood += one.payload.good;
      sums.scrap += one.payload.scrap;
      sums.rework += one.payload.rework;
    }
    if (one.type === "defect.logged" && one.payload.disposition === "scrap")
      sums.scrap += one.payload.quantity;
    if (one.type === "defect.logged" && one.payload.disposition === "rework")
      sums.rework += one.payload.quantity;
  }
  return sums;
}

describe("the ledger of an order", () => {
  test.each(["machine", "operator"] as const)(
    "I-21 with the %s as authority its lines add up to the totals",
    (authority) => {
      fc.assert(
        fc.property(fc.array(anyFact), (facts) => {
          const sums = sumsOf(facts);
          const lines = facts.map((one) => ledgerQuantities(one, authority));
          const total = (key: "good" | "scrap" | "rework") => lines.reduce((sum, line) => sum + line[key], 0);
          expect({ good: total("good"), scrap: total("scrap"), rework: total("rework") }).toEqual({
            good: goodQuantity({ ...sums, countAuthority: authority }),
            scrap: sums.scrap,
            rework: sums.rework,
          });
        }),
      );
    },
  );

  test("counts beside each other become one line, other bookings stay", () => {
    const line = (eventId: string, type: string, good: number): OrderBooking => ({
      eventId,
      type,
      atUtc: "2026-11-22T08:00:00.000Z",
      receivedUtc: "2026-11-22T08:00:01.000Z",
      stationId: "WS-14",
      personName: null,
      good,
      scrap: 0,
      rework: 0,
      detail: type,
      verdict: "applied",
      code: null,
    });
    const collapsed = collapseCounts([
      { booking: line("5", "parts.counted", 2), counted: 2 },
      { booking: line("4", "parts.counted", 3), counted: 3 },
      { booking: line("3", "order.paused", 0), counted: null },
      { booking: line("2", "parts.counted", 1), counted: 1 },
      { booking: { ...line("1", "parts.counted", 9), stationId: "WS-15" }, counted: 9 },
    ]);
    expect(collapsed.map(({ eventId, good, detail }) => ({ eventId, good, detail }))).toEqual([
      { eventId: "5", good: 5, detail: "Machine counted 5" },
      { eventId: "3", good: 0, detail: "order.paused" },
      { eventId: "2", good: 1, detail: "Machine counted 1" },
      { eventId: "1", good: 9, detail: "Machine counted 9" },
    ]);
  });

  const names: Names = {
    reason: (code) => `reason ${code}`,
    defect: (code) => `defect ${code}`,
    characteristic: () => "Dia 40 h7",
    person: (id) => id,
  };

  test.each([
    ["order.paused", { reasonCode: "P-SETUP" }, "Paused, reason P-SETUP"],
    ["order.finished", { good: 598, scrap: 2, rework: 0 }, "Finished with 598 good, 2 scrap"],
    ["quantity.reported", { ...reported({ scrap: 1 }), reasonCode: "S-DIM" }, "1 scrap, reason S-DIM"],
    ["quantity.reported", reported({}), "nothing"],
    ["measurement.recorded", measured("above"), "Dia 40 h7 39.990 mm, above"],
    ["defect.logged", defect(2, "hold"), "2 × defect BURR, hold"],
    ["material.loaded", { lotId: "88213", itemId: "RING-40", quantity: 200 }, "Lot 88213 of RING-40, 200"],
  ])("%s reads %j as words", (type, payload, words) => {
    expect(bookingDetail(fact(type, payload), names)).toBe(words);
  });
});

describe("one state of an order from many stations", () => {
  test.each([
    ["released", [], "released"],
    ["released", ["none"], "released"],
    ["released", ["paused", "running"], "running"],
    ["released", ["paused", "none"], "paused"],
    ["released", ["running", "finished"], "finished"],
    ["cancelled", ["running"], "cancelled"],
    ["cancelled", ["finished"], "finished"],
  ] as const)("I-21 %s and %j is %s", (status, stations, state) => {
    expect(mergeOrderState(status, stations)).toBe(state);
    expect(mergeOrderState(status, stations.toReversed())).toBe(state);
  });
});
