import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mesAroundTests } from "../testing/mes-around-tests.ts";
import { countRows, orderSums } from "../testing/order-sums.ts";
import { counted, defect, measured, reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { newJobOrder, newStation, send } from "../testing/test-mes.ts";

/*
 * Invariant: however the network cuts, repeats, reorders and mixes what stations send, once everything has arrived the
 * orders show what the journals say, and the MES holds every entry once.
 * Worst outcome if violated: a plant that pays, ships or reports pieces that were never made.
 */

const mes = mesAroundTests("PostgreSQL");

type Step =
  | { readonly kind: "count"; readonly delta: number }
  | { readonly kind: "scrap" | "rework"; readonly quantity: number }
  | { readonly kind: "defect"; readonly quantity: number; readonly disposition: string }
  | { readonly kind: "measure"; readonly result: "inside" | "above" }
  | { readonly kind: "undo" }
  | { readonly kind: "pause" | "resume" };

const quantity = fc.integer({ min: 1, max: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("count" as const), delta: quantity }),
  fc.record({ kind: fc.constantFrom("scrap" as const, "rework" as const), quantity }),
  fc.record({
    kind: fc.constant("defect" as const),
    quantity,
    disposition: fc.constantFrom("scrap", "rework", "hold", "use-as-is"),
  }),
  fc.record({
    kind: fc.constant("measure" as const),
    result: fc.constantFrom("inside" as const, "above" as const),
  }),
  fc.record({ kind: fc.constantFrom("undo" as const, "pause" as const, "resume" as const) }),
);
const work = fc.record({ steps: fc.array(step, { maxLength: 14 }), finishes: fc.boolean() });
type Work = typeof work extends fc.Arbitrary<infer Value> ? Value : never;

/** Turns a plan of work into a journal. An undo takes back the newest quantity that was not taken back yet. */
function journalOf({ steps, finishes }: Work, jobOrder: string): StationJournal {
  const journal = createStationJournal();
  const open: { eventId: string; scrap: number; rework: number }[] = [];
  const on = { jobOrder };
  journal.record("order.started", started, on);
  for (const one of steps) recordStep({ journal, open, on }, one);
  if (finishes) journal.record("order.finished", { good: 0, scrap: 0, rework: 0 }, on);
  return journal;
}

interface Recording {
  readonly journal: StationJournal;
  readonly open: { eventId: string; scrap: number; rework: number }[];
  readonly on: { readonly jobOrder: string };
}

function recordStep({ journal, open, on }: Recording, one: Step): void {
  switch (one.kind) {
    case "count":
      journal.record("parts.counted", counted(one.delta), on);
      return;
    case "scrap":
    case "rework": {
      const { eventId } = journal.record("quantity.reported", reported({ [one.kind]: one.quantity }), on);
      open.push({ eventId, scrap: 0, rework: 0, [one.kind]: one.quantity });
      return;
    }
    case "defect":
      journal.record("defect.logged", defect(one.quantity, one.disposition), on);
      return;
    case "measure":
      journal.record("measurement.recorded", measured(one.result), on);
      return;
    case "undo": {
      const last = open.pop();
      if (last === undefined) return;
      const delta = { scrap: -last.scrap, rework: -last.rework };
      journal.record("quantity.reversed", reversed(last.eventId, delta), on);
      return;
    }
    case "pause":
      journal.record("order.paused", { reasonCode: "P-SETUP" }, on);
      return;
    case "resume":
      journal.record("order.resumed", {}, on);
      return;
  }
}

/** The sums of all journals, computed without the MES. */
function expectedSums(journals: readonly StationJournal[]): object {
  const sum = { good: 0, scrap: 0, rework: 0, defects: 0 };
  const checks = { measured: 0, outside: 0 };
  for (const { type, payload } of journals.flatMap(({ entries }) => entries)) {
    const value = JSON.parse(payload) as Record<string, number & string>;
    if (type === "parts.counted") sum.good += Number(value.delta);
    if (type === "quantity.reported" || type === "quantity.reversed")
      take(sum, Number(value.scrap), Number(value.rework));
    if (type === "defect.logged") {
      const pieces = Number(value.quantity);
      sum.defects += pieces;
      take(sum, value.disposition === "scrap" ? pieces : 0, value.disposition === "rework" ? pieces : 0);
    }
    if (type === "measurement.recorded") {
      checks.measured += 1;
      checks.outside += value.result === "inside" ? 0 : 1;
    }
  }
  return { ...sum, checks };
}

function take(sum: { good: number; scrap: number; rework: number }, scrap: number, rework: number): void {
  sum.scrap += scrap;
  sum.rework += rework;
  sum.good -= scrap + rework;
}

/** What the network does: which piece of which journal is tried next; gaps and repeats included. */
const delivery = fc.record({
  station: fc.nat({ max: 1 }),
  from: fc.nat(),
  length: fc.integer({ min: 1, max: 6 }),
});

async function deliver(
  stations: readonly string[],
  journals: readonly StationJournal[],
  deliveries: readonly { station: number; from: number; length: number }[],
): Promise<void> {
  for (const { station, from, length } of deliveries) {
    const journal = journals[station];
    const stationId = stations[station];
    if (journal === undefined || stationId === undefined) continue;
    const first = (from % journal.entries.length) + 1;
    await send(mes(), stationId, journal.upload(first, first + length - 1));
  }
  for (const [index, journal] of journals.entries())
    await send(mes(), stations[index] ?? "", journal.upload());
}

describe("however it arrives", () => {
  test("I-4 I-5 I-7 I-21 the sums are those of the journals, and every entry is held once", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(work, work),
        fc.array(delivery, { maxLength: 25 }),
        async (works, deliveries) => {
          const order = await newJobOrder(mes());
          const stations = [await newStation(mes()), await newStation(mes())];
          const journals = works.map((one) => journalOf(one, order));
          await deliver(stations, journals, deliveries);
          expect(await orderSums(mes(), order)).toMatchObject(expectedSums(journals));
          for (const [index, journal] of journals.entries())
            expect(await countRows(mes(), "journal_event", stations[index])).toBe(journal.entries.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("I-21 two interleavings of the same two journals end in the same state", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(work, work),
        fc.array(delivery, { maxLength: 12 }),
        fc.array(delivery, { maxLength: 12 }),
        async (works, one, other) => {
          const states: object[] = [];
          for (const deliveries of [one, other]) {
            const order = await newJobOrder(mes());
            const stations = [await newStation(mes()), await newStation(mes())];
            const journals = works.map((plan) => journalOf(plan, order));
            await deliver(stations, journals, deliveries);
            states.push(await orderSums(mes(), order));
          }
          expect(states[0]).toEqual(states[1]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
