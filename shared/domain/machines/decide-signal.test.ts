import { describe, expect, test } from "vitest";
import { decideStart } from "../orders/decide.ts";
import { goodQuantity } from "../orders/job-order-progress.ts";
import { freshHistory, type History, instantAt, record, wait } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { type CounterReading, decideCounterReading, decideStateReading } from "./decide-signal.ts";

const counterRule = { rolloverAt: 4_294_967_296, maxPiecesPerSecond: 20 };

function read(history: History, value: number, rest: Partial<CounterReading> = {}): History {
  const reading = { signalId: "part-count", value, statusCode: 0, sourceUtc: null, ...rest };
  const context = { at: instantAt(history.nowMs), workUnit: WORK_UNIT, counterRule };
  return record(
    history,
    decideCounterReading({ state: history.state, master: sampleMasterData }, reading, context),
  );
}

function start(history: History, jobOrderId: string, activeOrder: "pause" | "finish" | null = null): History {
  const decision = decideStart(history.state, sampleMasterData, {
    jobOrderId,
    workUnit: WORK_UNIT,
    activeOrder,
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(history, decision.value);
}

const goodOf = (history: History, id: string): number => {
  const progress = history.state.jobOrder.get(id);
  return progress === undefined ? 0 : goodQuantity(progress);
};

describe("counter readings", () => {
  test("U6 the first reading is the baseline, later ones count for the running order", () => {
    const running = read(start(freshHistory, "4711"), 1_000);
    expect(goodOf(running, "4711")).toBe(0);
    expect(goodOf(read(wait(running, 48_000), 1_001), "4711")).toBe(1);
  });

  test.each([
    ["bad status", { statusCode: 0x80310000 }],
    ["uncertain status", { statusCode: 0x40000000 }],
    ["a fraction", { value: 1_000.5 }],
    ["not a number", { value: Number.NaN }],
    ["infinite", { value: Number.POSITIVE_INFINITY }],
    ["beyond exact integers", { value: 2 ** 60 }],
    ["negative", { value: -1 }],
  ])("U5 a reading with %s is not counted and moves nothing", (_name, rest) => {
    const running = read(start(freshHistory, "4711"), 1_000);
    expect(read(wait(running, 1_000), 1_001, rest)).toEqual(wait(running, 1_000));
  });

  test("U1 values that waited in the machine's queue during a cut are all counted, though they arrive at once", () => {
    const sourceUtc = (seconds: number) => ({ sourceUtc: instantAt(seconds * 1_000).atUtc });
    const before = read(start(freshHistory, "4711"), 0, sourceUtc(0));
    const healed = wait(before, 60_000);
    const first = read(healed, 500, sourceUtc(30));
    const second = read(wait(first, 2), 1_000, sourceUtc(60));
    expect(goodOf(second, "4711")).toBe(1_000);
  });

  test("U1 U6 a reset inside of such a burst loses no piece after it", () => {
    const sourceUtc = (seconds: number) => ({ sourceUtc: instantAt(seconds * 1_000).atUtc });
    const before = read(start(freshHistory, "4711"), 5_000, sourceUtc(0));
    const burst = [5_100, 0, 80].reduce(
      (history, value, index) => read(history, value, sourceUtc(20 * (index + 1))),
      wait(before, 60_000),
    );
    expect(goodOf(burst, "4711")).toBe(180);
  });

  test("U7 a machine clock that jumps a day makes no thousands of pieces plausible beyond an hour's worth", () => {
    const before = read(start(freshHistory, "4711"), 0, { sourceUtc: "2026-11-23T06:00:00.000Z" });
    const after = read(wait(before, 1_000), 100_000, { sourceUtc: "2026-11-24T06:00:00.000Z" });
    expect(goodOf(after, "4711")).toBe(0);
  });

  test("U7 a machine time that ISO 8601 cannot hold in four digits is left out, the pieces are counted", () => {
    const before = read(start(freshHistory, "4711"), 0);
    const after = read(wait(before, 1_000), 3, { sourceUtc: "+012026-11-23T06:00:00.000Z" });
    expect(goodOf(after, "4711")).toBe(3);
    expect(after.events.at(-1)?.payload).toMatchObject({ sourceUtc: null });
  });

  test("pieces while the order is paused by a person still count for it: they are the last of a cycle", () => {
    const running = read(start(freshHistory, "4711"), 0);
    const paused = record(running, [
      { type: "order.paused", jobOrder: "4711", payload: { reasonCode: "pause-1" } },
    ]);
    expect(goodOf(read(wait(paused, 5_000), 2), "4711")).toBe(2);
  });

  test("an order that made room for another gets no piece, also when that other one is finished", () => {
    const running = read(start(freshHistory, "4711"), 0);
    const other = start(running, "4712", "pause");
    const counted = read(wait(other, 5_000), 7);
    expect([goodOf(counted, "4711"), goodOf(counted, "4712")]).toEqual([0, 7]);
    const payload = { good: 7, scrap: 0, rework: 0 };
    const finished = record(counted, [{ type: "order.finished", jobOrder: "4712", payload }]);
    const later = read(wait(finished, 5_000), 9);
    expect([goodOf(later, "4711"), goodOf(later, "4712")]).toEqual([0, 7]);
    expect(later.events.at(-1)).toMatchObject({
      type: "parts.counted",
      jobOrder: null,
      payload: { delta: 2 },
    });
  });

  test("without an order pieces are recorded for nobody and still wear the tool", () => {
    const history = read(wait(read(freshHistory, 0), 5_000), 40);
    expect(history.events.at(-1)).toMatchObject({ jobOrder: null, payload: { delta: 40, toolIds: ["T4"] } });
    expect(history.state.tool.get("T4")?.usedCycles).toBe(40);
  });
});

describe("state readings", () => {
  const see = (history: History, value: number | null, statusCode = 0): History =>
    record(history, decideStateReading(history.state, { value, statusCode, sourceUtc: null }));
  const state = (history: History): string | undefined => history.state.machine.get("machine")?.state;

  test.each([
    [6, 0, "running"],
    [16, 0, "running"],
    [2, 0, "stopped"],
    [11, 0, "stopped"],
    [null, 0, "no-signal"],
    [6, 0x80310000, "no-signal"],
    [6.5, 0, "no-signal"],
    [Number.NaN, 0, "no-signal"],
  ] as const)("PackML %s with status %i is %s", (value, statusCode, wanted) => {
    const history = see(see(freshHistory, wanted === "stopped" ? 6 : 2), value, statusCode);
    expect(state(history)).toBe(wanted);
  });

  test("the same state again is no event", () => {
    const running = see(freshHistory, 6);
    expect(see(running, 16).events).toHaveLength(running.events.length);
  });
});
