import { describe, expect, test } from "vitest";
import { decideMeasurement, decideWithdrawal } from "../quality/decide.ts";
import { freshAge, freshHistory, type History, lastEventId, record, wait } from "../testing/history.ts";
import { sampleMasterData as master, WORK_UNIT } from "../testing/sample-plant.ts";
import { takeBack } from "../testing/take-back.ts";
import { activeOrder, isEnded } from "./active-order.ts";
import { KEPT_BOOKINGS } from "./booking.ts";
import { counterBooking } from "./counter-booking.ts";
import { decideResume, decideStart } from "./decide.ts";
import { decideFinishShort } from "./decide-end.ts";
import { decideGood } from "./decide-quantity.ts";
import type { JobOrder } from "./job-order.ts";
import { KEPT_FINISHED_ORDERS } from "./job-order-progress.ts";

const released = (jobOrderId: string) => ({
  jobOrderId,
  workUnit: WORK_UNIT,
  activeOrder: null,
  age: freshAge,
});

type Decided = ReturnType<typeof decideStart>;

function book(history: History, decided: Decided): History {
  if (!decided.ok) throw new Error(`refused: ${decided.refusal.code}`);
  return record(history, decided.value, "P-1001");
}

const start = (
  history: History,
  jobOrderId: string,
  activeOrder: "pause" | "finish" | null = null,
): History =>
  book(
    history,
    decideStart(
      { state: history.state, master },
      { jobOrderId, workUnit: WORK_UNIT, activeOrder, age: freshAge },
    ),
  );
const finish = (history: History): History =>
  book(history, decideFinishShort({ state: history.state, master }, "short-1"));
const measure = (history: History, text: string): History =>
  book(
    history,
    decideMeasurement(history.state, master, {
      characteristicId: "DIA-40",
      text,
      source: "pad",
      confirmed: false,
    }),
  );
const activeId = (history: History): string | undefined => activeOrder(history.state)?.jobOrderId;

describe("orders", () => {
  test("of several paused orders the one paused last is active, then the one before", () => {
    const three = start(start(start(freshHistory, "4711"), "4720", "pause"), "4731", "pause");
    expect(activeId(three)).toBe("4731");
    const two = finish(three);
    expect(activeId(two)).toBe("4720");
    const resumed = book(two, decideResume({ state: two.state, master }));
    expect(resumed.state.jobOrder.get("4720")?.state).toBe("running");
    expect(activeId(finish(resumed))).toBe("4711");
  });

  test("starting with 'finish' ends the running order with its totals", () => {
    const full = start(freshHistory, "4731");
    const made = book(full, decideGood(full.state, master, { quantity: 2_000, source: "pad" }));
    const history = start(made, "4711", "finish");
    expect(history.events.map(({ type }) => type)).toEqual([
      "order.started",
      "quantity.reported",
      "order.finished",
      "order.started",
    ]);
    expect(activeId(history)).toBe("4711");
  });

  test("C3 I-20 run time comes from the monotonic clock and is never negative", () => {
    const running = start(freshHistory, "4731");
    const later = { ...wait(running, 60_000) };
    const paused = record(later, [
      { type: "order.paused", jobOrder: "4731", payload: { reasonCode: "pause-1" } },
    ]);
    expect(paused.state.jobOrder.get("4731")?.runMs).toBe(60_000);
  });

  test("of orders long finished only that fact is kept, and their travellers are refused for ever", () => {
    const many = { ...master, "job-order": new Map<string, JobOrder>() };
    const template = master["job-order"].get("4731");
    if (template === undefined) throw new Error("no template");
    let history = freshHistory;
    const count = 3 * KEPT_FINISHED_ORDERS;
    for (let number = 1; number <= count; number += 1) {
      const jobOrderId = `N${number}`;
      many["job-order"].set(jobOrderId, { ...template, jobOrderId });
      history = book(history, decideStart({ state: history.state, master: many }, released(jobOrderId)));
      history = measure(history, "39.988");
      history = finish(history);
    }
    expect(history.state.jobOrder.size).toBe(KEPT_FINISHED_ORDERS);
    expect(history.state.finishedOrder.size).toBe(count - KEPT_FINISHED_ORDERS);
    expect(history.state.sample.size).toBe(1);
    expect(history.state.stop.size).toBe(0);
    for (let number = 1; number <= count; number += 1) {
      const decided = decideStart({ state: history.state, master: many }, released(`N${number}`));
      expect(decided).toMatchObject({ ok: false, refusal: { code: "order-already-finished" } });
      expect(isEnded(history.state, `N${number}`)).toBe(true);
    }
  });

  test("a defect code that is a name of every object counts like any other", () => {
    const payload = { defectCode: "constructor", quantity: 2, disposition: "hold" as const };
    const history = record(start(freshHistory, "4731"), [
      { type: "defect.logged", jobOrder: "4731", payload },
    ]);
    expect(history.state.jobOrder.get("4731")?.defects).toEqual({ constructor: 2 });
  });
});

describe("bookings at hand", () => {
  test("C3 the newest are kept, also when ids made after the clock was set back sort before older ones", () => {
    let history = start(freshHistory, "4731");
    for (let count = 0; count < 3 * KEPT_BOOKINGS; count += 1) {
      history = book(history, decideGood(history.state, master, { quantity: 1, source: "pad" }));
    }
    expect(history.state.booking.size).toBe(KEPT_BOOKINGS);
    const early = { ...history, events: [] };
    const setBack = book(early, decideGood(early.state, master, { quantity: 7, source: "pad" }));
    const again = book(setBack, decideGood(setBack.state, master, { quantity: 8, source: "pad" }));
    expect(again.state.booking.has(lastEventId(setBack))).toBe(true);
    expect(again.state.booking.size).toBe(KEPT_BOOKINGS);
  });

  test("a reversal restores every total of a report, scrap, rework or defect", () => {
    const before = start(freshHistory, "4731");
    const drafts = [
      {
        type: "quantity.reported",
        jobOrder: "4731",
        payload: { good: 5, scrap: 0, rework: 0, reasonCode: null, source: "pad" },
      },
      {
        type: "quantity.reported",
        jobOrder: "4731",
        payload: { good: 0, scrap: 3, rework: 0, reasonCode: "scrap-1", source: "tile" },
      },
      {
        type: "defect.logged",
        jobOrder: "4731",
        payload: { defectCode: "BURR", quantity: 2, disposition: "rework" },
      },
      {
        type: "defect.logged",
        jobOrder: "4731",
        payload: { defectCode: "BURR", quantity: 4, disposition: "hold" },
      },
    ] as const;
    for (const draft of drafts) {
      const booked = record(before, [draft]);
      const undo = takeBack(booked.state, lastEventId(booked), 0);
      const { defects: _before, ...wanted } = before.state.jobOrder.get("4731") ?? { defects: {} };
      const { defects, ...found } = book(booked, undo).state.jobOrder.get("4731") ?? { defects: {} };
      expect(found).toEqual(wanted);
      expect(Object.values(defects).every((count) => count === 0)).toBe(true);
    }
  });
});

describe("samples", () => {
  const five = ["39.980", "39.981", "39.982", "39.983", "39.984"].reduce(
    measure,
    start(freshHistory, "4711"),
  );

  test("after a full sample the next value is piece 1 of the next sample", () => {
    const next = measure(five, "39.985");
    expect(next.events.at(-1)?.payload).toMatchObject({ sample: 2, piece: 1 });
    const [plotted, ...others] = next.state.sample.get("4711|DIA-40")?.history ?? [];
    expect(others).toEqual([]);
    expect(plotted?.sample).toBe(1);
    expect(plotted?.mean).toBeCloseTo(39.982);
    expect(plotted?.range).toBeCloseTo(0.004);
  });

  test("a withdrawn piece is the one measured next, not a number beyond the sample", () => {
    const third = five.events.filter(({ type }) => type === "measurement.recorded")[2]?.eventId ?? "";
    const withdrawn = book(five, decideWithdrawal(five.state, third));
    expect(measure(withdrawn, "39.990").events.at(-1)?.payload).toMatchObject({ sample: 1, piece: 3 });
  });

  test("a value whose sample is closed cannot be undone: it is plotted already", () => {
    const fifth = lastEventId(five);
    const next = measure(five, "39.985");
    expect(takeBack(next.state, fifth, 0)).toMatchObject({ ok: false, refusal: { code: "undo-too-late" } });
    expect(takeBack(next.state, lastEventId(next), 0).ok).toBe(true);
  });

  test("a counter-booking of a measurement is its withdrawal", () => {
    const booking = five.state.booking.get(lastEventId(five));
    if (booking === undefined) throw new Error("no booking");
    expect(counterBooking(booking, { quantity: 1, how: "undo" })).toMatchObject({
      type: "measurement.withdrawn",
      payload: { characteristicId: "DIA-40" },
    });
  });
});
