import { describe, expect, test } from "vitest";
import { decideStart } from "../orders/decide.ts";
import { goodQuantity } from "../orders/job-order-progress.ts";
import { freshAge, freshHistory, type History, instantAt, record, wait } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { type CountContext, type CounterReading, decideCounterReading, decidePulse } from "./decide-count.ts";
import { countRuleSchema, type MachineMapping, machineMappingSchema, type SignalMapping } from "./mapping.ts";

const counting = (...meanings: readonly SignalMapping["meaning"][]): MachineMapping =>
  machineMappingSchema.parse({
    machineId: "lathe",
    name: "Lathe",
    workUnit: WORK_UNIT,
    endpointUrl: "opc.tcp://lathe:4840",
    signals: meanings.map((meaning) => ({ signalId: meaning, node: `nsu=urn:l;s=${meaning}`, meaning })),
  });

function contextOf(
  history: History,
  machine: MachineMapping,
  meaning: SignalMapping["meaning"] = "count-total",
): CountContext {
  const signal = machine.signals.find((one) => one.meaning === meaning);
  if (signal === undefined) throw new Error(`No ${meaning}`);
  const at = instantAt(history.nowMs);
  return { at, machine, signal, rule: countRuleSchema.parse({}), workUnits: [WORK_UNIT] };
}

const lathe = counting("count-total");
const known = ({ state }: History) => ({ state, master: sampleMasterData });

function read(history: History, value: number, rest: Partial<CounterReading> = {}): History {
  const reading = { value, statusCode: 0, sourceUtc: null, ...rest };
  return record(history, decideCounterReading(known(history), reading, contextOf(history, lathe)));
}

function start(history: History, jobOrderId: string, activeOrder: "pause" | "finish" | null = null): History {
  const decision = decideStart(known(history), {
    age: freshAge,
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

describe("what counts stand for", () => {
  function readAs(
    history: History,
    value: number,
    { machine, meaning }: { machine: MachineMapping; meaning: SignalMapping["meaning"] },
  ): History {
    const reading = { value, statusCode: 0, sourceUtc: null };
    const later = wait(history, 60_000);
    return record(later, decideCounterReading(known(later), reading, contextOf(later, machine, meaning)));
  }

  test.each([
    ["all pieces and scrap", counting("count-total", "count-scrap"), [100, 4], [96, 4, 100]],
    ["good pieces and scrap", counting("count-good", "count-scrap"), [100, 4], [100, 4, 104]],
    ["good pieces alone", counting("count-good"), [100], [100, 0, 100]],
  ] as const)("MC-3 of %s each piece is counted once", (_name, machine, counts, [good, scrap, cycles]) => {
    let history = start(freshHistory, "4711");
    for (const { meaning } of machine.signals) history = readAs(history, 0, { machine, meaning });
    for (const [index, { meaning }] of machine.signals.entries()) {
      history = readAs(history, counts[index] ?? 0, { machine, meaning });
    }
    expect(goodOf(history, "4711")).toBe(good);
    expect(history.state.jobOrder.get("4711")?.scrap).toBe(scrap);
    expect(history.state.tool.get("T4")?.usedCycles).toBe(cycles);
  });

  test("MC-4 with the person as the authority the machine's own scrap is not booked beside theirs", () => {
    const machine = counting("count-total", "count-scrap");
    let history = readAs(start(freshHistory, "4731"), 0, { machine, meaning: "count-scrap" });
    history = readAs(history, 7, { machine, meaning: "count-scrap" });
    expect(history.state.jobOrder.get("4731")?.scrap).toBe(0);
    expect(history.events.at(-1)).toMatchObject({ payload: { counter: 7, scrap: 0 } });
  });

  test("MC-5 a machine of another work unit counts for no order here", () => {
    const machine = { ...lathe, workUnit: "PRESS-1" };
    let history = readAs(start(freshHistory, "4711"), 0, { machine, meaning: "count-total" });
    history = readAs(history, 9, { machine, meaning: "count-total" });
    expect(goodOf(history, "4711")).toBe(0);
    expect(history.events.at(-1)).toMatchObject({ jobOrder: null, payload: { delta: 9, toolIds: [] } });
  });

  test("MC-6 pieces are counts times the factor of their time; tools wear by counts", () => {
    const meaning = "count-total";
    let history = readAs(start(freshHistory, "4711"), 0, { machine: lathe, meaning });
    history = readAs(history, 10, { machine: lathe, meaning });
    const payload = { machineId: "lathe", signalId: meaning, piecesPerCount: 4, was: 1, factorVersion: 1 };
    history = record(history, [{ type: "counting.factor-set", jobOrder: null, payload }]);
    history = readAs(history, 15, { machine: lathe, meaning });
    expect(goodOf(history, "4711")).toBe(10 + 5 * 4);
    expect(history.state.tool.get("T4")?.usedCycles).toBe(15);
    expect(history.events.at(-1)).toMatchObject({ payload: { piecesPerCount: 4, cycles: 5, delta: 20 } });
  });

  test("MC-7 a pulse is one count, a bad one none; its total is the baseline of the next", () => {
    let history = start(freshHistory, "4711");
    for (const statusCode of [0, 0x80310000, 0]) {
      const reading = { statusCode, sourceUtc: null };
      history = record(history, decidePulse(known(history), reading, contextOf(history, lathe)));
    }
    expect(goodOf(history, "4711")).toBe(2);
    expect(history.events.at(-1)).toMatchObject({ payload: { counter: 2, previous: 1 } });
  });
});
