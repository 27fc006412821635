import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import { decideLotScan } from "../materials/decide-lot-scan.ts";
import { decideMaterialReversal } from "../materials/decide-reversal.ts";
import { lotSegments } from "../materials/lot-segments.ts";
import { standing } from "../orders/booking.ts";
import { counterBooking } from "../orders/counter-booking.ts";
import { producedQuantity } from "../orders/job-order-progress.ts";
import { eventIdOf, type History, record } from "../testing/history.ts";
import { good, materialPlant, runningOrder, scanContext, scrap } from "../testing/material-plant.ts";
import { foldGenealogy } from "./fold-genealogy.ts";
import { backwardOf, forwardOf, usagesOfTrace } from "./lot-usage.ts";
import { distinctPieces, recallOf } from "./recall.ts";
import { stationEvent } from "./testing/station-event.ts";
import type { StationEvent } from "./work-trace.ts";

type Deed = readonly [kind: "good" | "scrap" | "load" | "undo" | "unload", number: number];
const deed: fc.Arbitrary<Deed> = fc.tuple(
  fc.constantFrom("good", "scrap", "load", "undo", "unload"),
  fc.integer({ min: 1, max: 9 }),
);
const rings = ["88213", "88214"];

function drafted(history: History, [kind, number]: Deed): readonly Draft[] {
  const known = { state: history.state, master: materialPlant };
  switch (kind) {
    case "good":
      return [good(number)];
    case "scrap":
      return [scrap(number)];
    case "load":
      return decideLotScan(known, rings[number % 2] ?? "", scanContext).drafts;
    case "undo": {
      const open = [...history.state.booking.values()].filter((made) => standing(made) > 0);
      const booking = open[number % Math.max(1, open.length)];
      return booking === undefined
        ? []
        : [counterBooking(booking, { quantity: Math.min(number, standing(booking)), how: "correction" })];
    }
    case "unload": {
      const newest = [...history.state.load.values()][0]?.marks.at(-1)?.eventId ?? "";
      const decided = decideMaterialReversal(known, newest);
      return decided.ok ? decided.value : [];
    }
  }
}

function worked(deeds: readonly Deed[]): History {
  let history = runningOrder();
  for (const one of deeds) history = record(history, drafted(history, one), "P-1001");
  return history;
}

function of(stationId: string, history: History): readonly StationEvent[] {
  return history.events.map((event) => {
    const eventId = event.eventId.replace("8000", stationId);
    return {
      ...event,
      eventId,
      stationId,
      workUnit: `CNC-${stationId}`,
      ...moved(event, stationId),
    } as StationEvent;
  });
}

/** Ids of two stations differ, also where one event points at another. */
function moved(event: History["events"][number], stationId: string): Partial<StationEvent> {
  if (event.type !== "quantity.reversed" && event.type !== "material.reversed") return {};
  const reverses = event.payload.reverses.replace("8000", stationId);
  return { payload: { ...event.payload, reverses } };
}

/** Two journals laid into one another, each in its own order. */
function interleaved(
  left: readonly StationEvent[],
  right: readonly StationEvent[],
  picks: readonly boolean[],
): readonly StationEvent[] {
  const queues: readonly [StationEvent[], StationEvent[]] = [[...left], [...right]];
  const all: StationEvent[] = [];
  for (const pick of picks) {
    const next = queues[pick ? 0 : 1].shift();
    if (next !== undefined) all.push(next);
  }
  return [...all, ...queues[0], ...queues[1]];
}

const deeds = fc.array(deed, { maxLength: 40 });

describe("genealogy", () => {
  test("MA-17 I-21 any interleaving of two stations gives the same genealogy", () => {
    fc.assert(
      fc.property(deeds, deeds, fc.array(fc.boolean()), (first, second, picks) => {
        const [left, right] = [of("8001", worked(first)), of("8002", worked(second))];
        const apart = foldGenealogy([...left, ...right]);
        const mixed = foldGenealogy(interleaved(left, right, picks));
        expect(backwardOf(mixed, "4711")).toEqual(backwardOf(apart, "4711"));
        for (const lot of rings) expect(forwardOf(mixed, lot)).toEqual(forwardOf(apart, lot));
      }),
    );
  });

  test("MA-18 the genealogy of a journal is what the station itself shows of its lots", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const history = worked(all);
        const [trace] = foldGenealogy(of("8001", history)).values();
        const progress = history.state.jobOrder.get("4711");
        const produced = progress === undefined ? 0 : producedQuantity(progress);
        const shown = [...history.state.load.values()].flatMap(({ marks }) => lotSegments(marks, produced));
        const traced = trace === undefined ? [] : usagesOfTrace(trace);
        expect(traced.map(({ lotId, fromPieces, toPieces }) => [lotId, fromPieces, toPieces])).toEqual(
          shown.map(({ lotId, fromPieces, toPieces }) => [lotId, fromPieces, toPieces]),
        );
      }),
    );
  });

  test("MA-19 every piece made while a lot was loaded has exactly one lot of the item", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const usages = backwardOf(foldGenealogy(of("8001", worked([["load", 1], ...all]))), "4711");
        for (const [index, usage] of usages.entries()) {
          expect(usage.fromPieces).toBe(usages[index - 1]?.toPieces ?? usage.fromPieces);
        }
      }),
    );
  });

  test("MA-20 a piece leads back to its own lot, a lot forward to its own pieces", () => {
    const history = worked([
      ["load", 2],
      ["good", 9],
      ["load", 1],
      ["scrap", 3],
    ]);
    const genealogy = foldGenealogy(of("8001", history));
    const lotsOf = (piece: number) =>
      backwardOf(genealogy, "4711", { stationId: "8001", piece }).map(({ lotId }) => lotId);
    expect([lotsOf(9), lotsOf(10), lotsOf(12), lotsOf(13)]).toEqual([["88213"], ["88214"], ["88214"], []]);
    expect(forwardOf(genealogy, "88214")).toMatchObject([
      { jobOrderId: "4711", fromPieces: 9, toPieces: 12 },
    ]);
    const [trace] = genealogy.values();
    expect(trace?.partakers.get("person P-1001")).toMatchObject({ fromPieces: 0, toPieces: 12 });
  });

  test("MA-40 who acts takes over, and what a machine counts belongs to who acted last", () => {
    const acts: readonly (readonly [actor: string | null, good: number])[] = [
      ["P-1", 3],
      [null, 10],
      ["P-2", 0],
      [null, 5],
      ["P-2", 1],
      ["P-1", 0],
      [null, 4],
    ];
    const told = acts.map(([actor, good], index) =>
      stationEvent(
        {
          type: "quantity.reported",
          payload: { good, scrap: 0, rework: 0, reasonCode: null, source: "pad" },
        },
        { actor, eventId: eventIdOf(index) },
      ),
    );
    const [trace] = foldGenealogy(told).values();
    const runs = [...(trace?.partakers.values() ?? [])];
    expect(runs.map(({ id, fromPieces, toPieces }) => `${id} ${fromPieces}-${toPieces}`)).toEqual([
      "P-1 0-13",
      "P-2 13-19",
      "P-1 19-23",
    ]);
  });
});

describe("a recall", () => {
  const usage = (lotId: string, jobOrderId: string, fromPieces: number, toPieces: number) => ({
    stationId: "1",
    workUnit: "CNC-1",
    jobOrderId,
    itemId: "X",
    lotId,
    loadEventId: "",
    fromPieces,
    toPieces,
    consumed: null,
    unit: "",
    fromUtc: "",
    toUtc: null,
    personId: null,
  });
  const usages = [
    usage("A", "1", 0, 10),
    usage("B", "2", 5, 9),
    usage("B", "2", 7, 12),
    usage("A", "3", 4, 4),
  ];
  const made: Readonly<Record<string, readonly string[]>> = { "1": ["B"], "2": ["A"], "3": [] };
  const sources = {
    usagesOf: (lotId: string) => usages.filter((row) => row.lotId === lotId),
    lotsMadeBy: (jobOrderId: string) => made[jobOrderId] ?? [],
    nextOperations: (): readonly string[] => [],
    allOf: () => [],
  };

  test("MA-21 goes on through lots that were made of it, stops at a loop, and counts a piece once", () => {
    const affected = recallOf(sources, { lotIds: ["A"] });
    expect(affected.map(({ jobOrderId, viaLotId, depth }) => [jobOrderId, viaLotId, depth])).toEqual([
      ["1", "A", 1],
      ["2", "B", 2],
      ["2", "B", 2],
    ]);
    expect(distinctPieces(affected)).toBe(10 + 7);
  });

  test("MA-37 goes on through the operations of a route, and a piece that went through several is one piece", () => {
    const next: Readonly<Record<string, readonly string[]>> = { "1": ["20"], "20": ["30"], "30": ["1"] };
    const pieces: Readonly<Record<string, number>> = { "1": 10, "20": 9, "30": 8 };
    const affected = recallOf(
      {
        ...sources,
        lotsMadeBy: (jobOrderId) => (jobOrderId === "30" ? ["C"] : []),
        usagesOf: (lotId) =>
          lotId === "C" ? [usage("C", "40", 0, 3), usage("C", "30", 2, 4)] : [usage("A", "1", 0, 4)],
        nextOperations: (jobOrderId) => next[jobOrderId] ?? [],
        allOf: (jobOrderId) => [usage("", jobOrderId, 0, pieces[jobOrderId] ?? 0)],
      },
      { lotIds: ["A"] },
    );
    const rows = affected.map(({ jobOrderId, fromPieces, toPieces, viaLotId, depth }) =>
      [jobOrderId, toPieces - fromPieces, viaLotId, depth].join(" "),
    );
    expect(rows).toEqual(["1 4 A 1", "20 9 A 1", "30 8 A 1", "1 10 A 1", "40 3 C 2"]);
    expect(distinctPieces(affected, (jobOrderId) => (jobOrderId === "40" ? "other" : "route"))).toBe(10 + 3);
  });

  test("MA-37 an operation that nobody has told of yet does not hide the one after it", () => {
    const next: Readonly<Record<string, readonly string[]>> = { "1": ["20"], "20": ["30"] };
    const affected = recallOf(
      {
        ...sources,
        lotsMadeBy: () => [],
        nextOperations: (jobOrderId) => next[jobOrderId] ?? [],
        allOf: (jobOrderId) => (jobOrderId === "30" ? [usage("", "30", 0, 8)] : []),
      },
      { lotIds: ["A"] },
    );
    expect(affected.map(({ jobOrderId, toPieces }) => [jobOrderId, toPieces])).toEqual([
      ["1", 10],
      ["30", 8],
    ]);
  });

  describe("rework", () => {
    const pieces: Readonly<Record<string, number>> = { "20": 10, "30": 9, R: 2 };
    const rework = {
      ...sources,
      lotsMadeBy: () => [],
      nextOperations: (jobOrderId: string) => (jobOrderId === "20" ? ["30", "R"] : []),
      returnsTo: (jobOrderId: string) => (jobOrderId === "R" ? "20" : undefined),
      allOf: (jobOrderId: string) => [usage("", jobOrderId, 0, pieces[jobOrderId] ?? 0)],
    };
    const rows = (lotId: string, jobOrderId: string, to: number) =>
      recallOf({ ...rework, usagesOf: () => [usage(lotId, jobOrderId, 0, to)] }, { lotIds: [lotId] }).map(
        (row) => `${row.jobOrderId} ${row.toPieces}`,
      );

    test("MA-39 pieces that are repaired elsewhere are on the list, and widen it by nothing when they come back", () => {
      expect(rows("A", "20", 4)).toEqual(["20 4", "30 9", "R 2"]);
    });

    test("MA-39 what went in at the rework is in the order that gets the pieces back, and goes on from there", () => {
      expect(rows("B", "R", 2)).toEqual(["R 2", "20 10", "30 9"]);
    });
  });

  test("MA-21 an unknown lot is in nothing", () => expect(recallOf(sources, { lotIds: ["Z"] })).toEqual([]));
});
