import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact, RecordedEvent } from "./event.ts";
import { eventSchemas } from "./event.ts";
import { evolveAll } from "./evolve.ts";
import { goodQuantity } from "./orders/job-order-progress.ts";
import { areas, emptyState, type StationState } from "./station-state.ts";
import { eventIdOf, instantAt } from "./testing/history.ts";

const small = fc.integer({ min: 0, max: 50 });
const id = fc.integer({ min: 1, max: 200 }).map(eventIdOf);

function anyFact(): fc.Arbitrary<Fact> {
  const decimal = fc.record({ units: fc.integer({ min: 39_900, max: 40_100 }), scale: fc.constant(3) });
  const quantities = fc.record({
    good: small,
    scrap: small,
    rework: small,
    reasonCode: fc.constant(null),
    source: fc.constant("pad"),
  });
  return fc.oneof(
    fc.record({ type: fc.constant("quantity.reported"), payload: quantities }),
    fc.record({
      type: fc.constant("quantity.reversed"),
      payload: fc.record({
        reverses: id,
        good: small.map((n) => 0 - n),
        scrap: small.map((n) => 0 - n),
        rework: fc.constant(0),
        quantity: fc.option(fc.integer({ min: 1, max: 9 })),
        how: fc.constantFrom("undo", "correction"),
      }),
    }),
    fc.record({
      type: fc.constant("defect.logged"),
      payload: fc.record({
        defectCode: fc.constantFrom("BURR", "SCRATCH"),
        quantity: fc.integer({ min: 1, max: 9 }),
        disposition: fc.constantFrom("scrap", "rework", "hold", "use-as-is"),
      }),
    }),
    fc.record({
      type: fc.constant("parts.counted"),
      payload: fc.record({
        machineId: fc.constant("lathe"),
        signalId: fc.constant("part-count"),
        delta: small,
        scrap: small,
        cycles: small,
        piecesPerCount: fc.constant(1),
        counter: fc.nat(),
        previous: fc.constant(null),
        kind: fc.constant("advance"),
        toolIds: fc.constant<string[]>(["T4"]),
        sourceUtc: fc.constant(null),
        statusCode: fc.constant(0),
      }),
    }),
    fc.record({
      type: fc.constant("measurement.recorded"),
      payload: fc.record({
        characteristicId: fc.constant("DIA-40"),
        sample: fc.integer({ min: 1, max: 4 }),
        piece: fc.integer({ min: 1, max: 5 }),
        sampleSize: fc.constant(5),
        value: decimal,
        unit: fc.constant("mm"),
        source: fc.constant("pad"),
        gaugeId: fc.constant(null),
        result: fc.constant("inside"),
      }),
    }),
    fc.record({ type: fc.constant("order.paused"), payload: fc.constant({ reasonCode: "pause-1" }) }),
    fc.record({ type: fc.constant("order.resumed"), payload: fc.constant({}) }),
  );
}

/** One order from its start; `base` keeps the ids of several orders apart. */
function orderEvents(jobOrder: string, base: number): fc.Arbitrary<readonly RecordedEvent[]> {
  const started: Fact = {
    type: "order.started",
    payload: { countAuthority: "machine", plannedQuantity: 600 },
  };
  return fc.array(anyFact(), { maxLength: 40 }).map((rest) =>
    [started, ...rest].map((fact, index) => ({
      ...fact,
      jobOrder,
      workUnit: "CNC-2",
      eventId: eventIdOf(base + index),
      at: instantAt(1_000 * index),
      actor: null,
    })),
  );
}

function interleave<Item>(
  left: readonly Item[],
  right: readonly Item[],
  picks: readonly boolean[],
): readonly Item[] {
  const first = [...left];
  const second = [...right];
  const merged: Item[] = [];
  for (const pick of picks) merged.push(...(pick ? first : second).splice(0, 1));
  return [...merged, ...first, ...second];
}

const quantitiesOf = (state: StationState): ReadonlyMap<string, readonly number[]> =>
  new Map(
    [...state.jobOrder.values()].map((order) => [
      order.jobOrderId,
      [order.counted, order.reportedGood, order.scrap, order.rework, goodQuantity(order)],
    ]),
  );

describe("evolve", () => {
  test("I-2 folding in one go equals folding event by event, and equals folding rows that went through JSON", () => {
    fc.assert(
      fc.property(orderEvents("4711", 1), fc.nat(40), (events, cut) => {
        const whole = evolveAll(emptyState(), events).state;
        const first = evolveAll(emptyState(), events.slice(0, cut)).state;
        expect(evolveAll(first, events.slice(cut)).state).toEqual(whole);
        expect(evolveAll(throughJson(first), events.slice(cut)).state).toEqual(whole);
      }),
    );
  });

  test("I-21 quantities do not depend on how the events of two orders were mixed", () => {
    fc.assert(
      fc.property(
        orderEvents("4711", 1),
        orderEvents("4712", 1_000),
        fc.array(fc.boolean(), { maxLength: 90 }),
        (left, right, picks) => {
          const mixed = evolveAll(emptyState(), interleave(left, right, picks)).state;
          const inTurn = evolveAll(emptyState(), [...left, ...right]).state;
          expect(quantitiesOf(mixed)).toEqual(quantitiesOf(inTurn));
        },
      ),
    );
  });

  test("events only add deltas: no order gains or loses a piece that no event names", () => {
    fc.assert(
      fc.property(orderEvents("4711", 1), (events) => {
        const order = evolveAll(emptyState(), events).state.jobOrder.get("4711");
        const sum = (of: (event: RecordedEvent) => number): number =>
          events.reduce((total, event) => total + of(event), 0);
        expect(order?.counted).toBe(sum((e) => (e.type === "parts.counted" ? e.payload.delta : 0)));
        expect(order?.reportedGood).toBe(
          sum((e) => (e.type === "quantity.reported" || e.type === "quantity.reversed" ? e.payload.good : 0)),
        );
      }),
    );
  });

  test("what the tests fold is what may be in a journal", () => {
    fc.assert(
      fc.property(orderEvents("4711", 1), (events) =>
        events.every(({ type, payload }) => eventSchemas[type].safeParse(payload).success),
      ),
    );
  });
});

function throughJson(state: StationState): StationState {
  const copied = areas.map((area) => [
    area,
    new Map([...state[area]].map(([key, row]) => [key, JSON.parse(JSON.stringify(row))])),
  ]);
  return Object.fromEntries(copied) as StationState;
}
