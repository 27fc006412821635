import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../shared/domain/event.ts";
import { goodQuantity } from "../../shared/domain/orders/job-order-progress.ts";
import type { BookingContent } from "../../shared/protocol/booking-content.ts";
import type { OrderBooking } from "../../shared/protocol/pages.ts";
import { readFact } from "../ingest/read-fact.ts";
import { currentVocabulary } from "../ingest/vocabulary.ts";
import { counted, defect, measured, reported, reversed } from "../testing/sample-events.ts";
import { bookingContent, ledgerQuantities } from "./booking-line.ts";
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
    const line = (eventId: string, content: BookingContent, change: Partial<OrderBooking> = {}) => ({
      eventId,
      type: "parts.counted",
      atUtc: "2026-11-22T08:00:00.000Z",
      receivedUtc: "2026-11-22T08:00:01.000Z",
      stationId: "WS-14",
      personName: null,
      good: content.kind === "counted" ? content.quantity : 0,
      scrap: 0,
      rework: 0,
      content,
      verdict: "applied" as const,
      code: null,
      ...change,
    });
    const made = (quantity: number) => ({ kind: "counted", quantity }) as const;
    const refused = { verdict: "rejected", code: "unknown-order", good: 0 } as const;
    const collapsed = collapseCounts([
      line("6", made(2)),
      line("5", made(3)),
      line("4", { kind: "plain" }),
      line("3", made(4), refused),
      line("2", made(1)),
      line("1", made(9), { stationId: "WS-15" }),
    ]);
    expect(collapsed.map(({ eventId, good, content }) => ({ eventId, good, content }))).toEqual([
      { eventId: "6", good: 5, content: made(5) },
      { eventId: "4", good: 0, content: { kind: "plain" } },
      { eventId: "3", good: 0, content: made(4) },
      { eventId: "2", good: 1, content: made(1) },
      { eventId: "1", good: 9, content: made(9) },
    ]);
  });

  const named = (code: string) => ({ code, name: { en: `name of ${code}`, pl: `nazwa ${code}` } });
  const names: Names = {
    reason: named,
    defect: named,
    characteristic: () => "Dia 40 h7",
    tool: (id) => id,
    person: (id) => id,
  };

  test.each([
    ["parts.counted", counted(12), { kind: "counted", quantity: 12 }],
    ["order.paused", { reasonCode: "P-SETUP" }, { kind: "paused", reason: named("P-SETUP") }],
    [
      "order.finished",
      { good: 598, scrap: 2, rework: 0 },
      { kind: "finished", good: 598, scrap: 2, rework: 0 },
    ],
    [
      "quantity.reported",
      { ...reported({ scrap: 1 }), reasonCode: "S-DIM" },
      { kind: "reported", good: 0, scrap: 1, rework: 0, reason: named("S-DIM") },
    ],
    ["quantity.reported", reported({}), { kind: "reported", good: 0, scrap: 0, rework: 0, reason: null }],
    [
      "quantity.reversed",
      reversed("0198b7a0-0000-7000-8000-000000000001", { scrap: -1 }),
      { kind: "reversed", good: 0, scrap: -1, rework: 0 },
    ],
    [
      "measurement.recorded",
      measured("above"),
      { kind: "measured", characteristic: "Dia 40 h7", value: "39.990", unit: "mm", result: "above" },
    ],
    [
      "measurement.withdrawn",
      { withdraws: "0198b7a0-0000-7000-8000-000000000001", characteristicId: "DIA-40" },
      { kind: "withdrawn", characteristic: "Dia 40 h7" },
    ],
    [
      "defect.logged",
      defect(2, "hold"),
      { kind: "defect", defect: named("BURR"), quantity: 2, disposition: "hold" },
    ],
    [
      "material.loaded",
      { lotId: "88213", itemId: "RING-40", quantity: "20.5", unit: "l" },
      { kind: "loaded", lotId: "88213", itemId: "RING-40", quantity: "20.5", unit: "l" },
    ],
    ["order.resumed", {}, { kind: "plain" }],
  ])("U24 %s with %j is told as codes and values, never as a sentence", (type, payload, content) => {
    expect(bookingContent(fact(type, payload), names, null)).toEqual(content);
  });

  test("RW-7 a booking of rework says to which operation its pieces went, and to which order; one that stays says neither", () => {
    const sent = { ...reported({ rework: 4 }), reworkTo: { jobOrderId: "P-1-10", operation: "10" } };
    const reworkTo = { operation: "10", jobOrderId: "P-1-R0123456789AB" };
    expect(bookingContent(fact("quantity.reported", sent), names, "P-1-R0123456789AB")).toMatchObject({
      reworkTo,
    });
    const stays = bookingContent(
      fact("quantity.reported", reported({ rework: 4 })),
      names,
      "P-1-R0123456789AB",
    );
    expect(stays).not.toHaveProperty("reworkTo");
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
    ["aborted", ["held"], "aborted"],
    ["released", ["setting-up", "paused"], "setting-up"],
    ["released", ["held", "paused"], "held"],
    ["released", ["aborted", "running"], "running"],
    ["released", ["aborted"], "aborted"],
  ] as const)("I-21 OR-8 %s and %j is %s", (status, stations, state) => {
    const order = { status, hold: null, blockedBy: null };
    expect(mergeOrderState(order, stations)).toBe(state);
    expect(mergeOrderState(order, stations.toReversed())).toBe(state);
  });

  test("OR-8 an order that nobody began is on hold while the planner holds it", () => {
    const hold = { reason: "Q-7", sinceUtc: "2026-11-23T06:00:00.000Z" };
    expect(mergeOrderState({ status: "released", hold, blockedBy: null }, [])).toBe("held");
    expect(mergeOrderState({ status: "released", hold, blockedBy: null }, ["running"])).toBe("running");
  });
});
