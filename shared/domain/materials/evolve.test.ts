import { describe, expect, test } from "vitest";
import type { Draft, RecordedEvent } from "../event.ts";
import { upcastPayload } from "../event-versions.ts";
import { evolveAll } from "../evolve.ts";
import { standing } from "../orders/booking.ts";
import { counterBooking } from "../orders/counter-booking.ts";
import { producedQuantity } from "../orders/job-order-progress.ts";
import { emptyState } from "../station-state.ts";
import { type History, instantAt, lastEventId, record } from "../testing/history.ts";
import { good, materialPlant, runningOrder, scanContext, scrap } from "../testing/material-plant.ts";
import { decideIssue, decideReturn } from "./decide-amount.ts";
import { decideLotScan } from "./decide-lot-scan.ts";
import { decideMaterialReversal } from "./decide-reversal.ts";
import { consumedIn, leftIn, lotSegments } from "./lot-segments.ts";
import { loadKey } from "./material-load.ts";

const known = (history: History) => ({ state: history.state, master: materialPlant });
const loaded = (history: History, lotId: string) =>
  record(history, decideLotScan(known(history), lotId, scanContext).drafts);

function booked(history: History, decided: { ok: boolean; value?: unknown }): History {
  if (!decided.ok) throw new Error(JSON.stringify(decided));
  return record(history, decided.value as Parameters<typeof record>[1]);
}

function takenBack(history: History, eventId: string, quantity?: number): History {
  const booking = history.state.booking.get(eventId);
  if (booking === undefined) throw new Error(`No booking ${eventId}`);
  return record(history, [
    counterBooking(booking, { quantity: quantity ?? standing(booking), how: "correction" }),
  ]);
}

/** [lot, from, to, consumed, left] of each segment of an item. */
function usage(history: History, itemId: string) {
  const load = history.state.load.get(loadKey("4711", itemId));
  const progress = history.state.jobOrder.get("4711");
  if (load === undefined || progress === undefined) return [];
  return lotSegments(load.marks, producedQuantity(progress)).map((segment) => [
    segment.lotId,
    segment.fromPieces,
    segment.toPieces,
    consumedIn(segment, load),
    leftIn(segment, load),
  ]);
}

describe("what pieces take", () => {
  test("MA-9 pieces times quantity per piece, scrap included, without rounding", () => {
    const history = record(loaded(runningOrder(), "5521"), [good(3), scrap(2)]);
    expect(usage(history, "OIL-X")).toEqual([["5521", 0, 5, "1.25", "19.25"]]);
  });

  test("MA-9 a machine's scrap is not consumed twice", () => {
    const start = loaded(runningOrder("machine"), "5521");
    const counted: Draft = {
      type: "parts.counted",
      jobOrder: "4711",
      payload: {
        machineId: "lathe",
        signalId: "count",
        delta: 10,
        scrap: 1,
        cycles: 10,
        piecesPerCount: 1,
        counter: 10,
        previous: 0,
        kind: "advance",
        toolIds: [],
        sourceUtc: null,
        statusCode: 0,
      },
    };
    const history = record(start, [counted, scrap(3)]);
    expect(usage(history, "OIL-X")).toEqual([["5521", 0, 10, "2.5", "18"]]);
  });

  test("MA-9 rework is consumed once, a lot never has less than nothing in it", () => {
    const history = record(loaded(runningOrder(), "5521"), [good(90)]);
    expect(usage(history, "OIL-X")).toEqual([["5521", 0, 90, "22.5", "0"]]);
  });
});

describe("corrections", () => {
  test("MA-10 a booking taken back after a lot change leaves the lot in which it was made", () => {
    const first = record(loaded(runningOrder(), "88213"), [good(40)]);
    const old = lastEventId(first);
    const second = record(loaded(first, "88214"), [good(10)]);
    expect(usage(takenBack(second, old), "RING-40")).toEqual([
      ["88213", 0, 0, "0", "200"],
      ["88214", 0, 10, "10", "140"],
    ]);
    expect(usage(takenBack(second, old, 3), "RING-40")).toEqual([
      ["88213", 0, 37, "37", "163"],
      ["88214", 37, 47, "10", "140"],
    ]);
    expect(usage(takenBack(second, lastEventId(second)), "RING-40")).toEqual([
      ["88213", 0, 40, "40", "160"],
      ["88214", 40, 40, "0", "150"],
    ]);
  });

  test("MA-11 the rest that a person returns outweighs what was calculated", () => {
    const made = record(loaded(runningOrder(), "5521"), [good(40)]);
    const history = booked(made, decideReturn(known(made), { itemId: "OIL-X", text: "9,75" }));
    expect(usage(history, "OIL-X")).toEqual([["5521", 0, 40, "10.75", "9.75"]]);
    expect(decideLotScan(known(history), "5521", scanContext).details.quantity).toBe("9.75");
  });

  test.each([
    ["x", "not-a-number"],
    ["-1", "not-a-number"],
    ["0.0000001", "not-a-number"],
    ["205", "more-than-loaded"],
  ])("MA-11 O2 a rest of %s is refused: %s", (text, code) => {
    const history = loaded(runningOrder(), "5521");
    expect(decideReturn(known(history), { itemId: "OIL-X", text })).toMatchObject({ refusal: { code } });
  });

  test("MA-11 nothing is returned or issued where nothing is loaded", () => {
    const command = { itemId: "OIL-X", text: "1" };
    expect(decideReturn(known(runningOrder()), command)).toMatchObject({
      refusal: { code: "no-lot-loaded" },
    });
    expect(decideIssue(known(runningOrder()), command)).toMatchObject({ refusal: { code: "no-lot-loaded" } });
  });

  test("MA-12 what is issued by hand comes on top, and goes again when it is taken back", () => {
    const start = record(loaded(runningOrder(), "5521"), [good(4)]);
    const history = booked(start, decideIssue(known(start), { itemId: "OIL-X", text: "0.5" }));
    expect(usage(history, "OIL-X")).toEqual([["5521", 0, 4, "1.5", "19"]]);
    const back = booked(history, decideMaterialReversal(known(history), lastEventId(history)));
    expect(usage(back, "OIL-X")).toEqual([["5521", 0, 4, "1", "19.5"]]);
    expect(decideMaterialReversal(known(back), lastEventId(history))).toMatchObject({
      refusal: { code: "nothing-to-undo" },
    });
  });

  test("MA-13 a load taken back gives its pieces to the lot before it; an older load stays", () => {
    const first = record(loaded(runningOrder(), "88213"), [good(40)]);
    const firstLoad = first.state.load.get(loadKey("4711", "RING-40"))?.marks[0]?.eventId ?? "";
    const second = loaded(first, "88214");
    const wrongLoad = lastEventId(second);
    const more = record(second, [good(5)]);
    expect(decideMaterialReversal(known(more), firstLoad).ok).toBe(false);
    const back = booked(more, decideMaterialReversal(known(more), wrongLoad));
    expect(usage(back, "RING-40")).toEqual([["88213", 0, 45, "45", "155"]]);
  });

  const ends: readonly Draft[] = [
    { type: "order.finished", jobOrder: "4711", payload: { good: 40, scrap: 0, rework: 0 } },
    {
      type: "order.aborted",
      jobOrder: "4711",
      payload: { good: 40, scrap: 0, rework: 0, missing: 560, reasonCode: "end-1" },
    },
  ];
  test.each(ends)("MA-6 the rest of a lot is known when its order ended: $type", (end) => {
    const history = record(loaded(runningOrder(), "88213"), [good(40), end]);
    expect(history.state.load.size).toBe(0);
    expect(history.state.lotRest.get("88213")?.rest).toBe("160");
  });
});

test("MA-14 a load of version 1 folds: nothing is calculated, its pieces are known", () => {
  const payload = upcastPayload("material.loaded", 1, { lotId: "1", itemId: "OIL-X", quantity: 200 });
  const start = record(runningOrder(), [good(3)]);
  const event = {
    type: "material.loaded",
    jobOrder: "4711",
    payload,
    eventId: "00000000-0000-7000-8000-00000000ffff",
    actor: "P-1001",
    at: instantAt(0),
  } as RecordedEvent;
  const { state } = evolveAll(evolveAll(emptyState(), start.events).state, [event]);
  const history = record({ ...start, state }, [good(2)]);
  expect(usage(history, "OIL-X")).toEqual([["1", 3, 5, null, null]]);
});
