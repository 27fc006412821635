import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshAge, freshHistory, type History, lastEventId, record } from "../testing/history.ts";
import { sampleMasterData as master, WORK_UNIT } from "../testing/sample-plant.ts";
import { takeBack } from "../testing/take-back.ts";
import { decideStart } from "./decide.ts";
import { decideReading } from "./decide-reading.ts";
import { goodQuantity } from "./job-order-progress.ts";

function started(jobOrderId = "4731"): History {
  const decision = decideStart(
    { state: freshHistory.state, master },
    { age: freshAge, jobOrderId, workUnit: WORK_UNIT, activeOrder: null },
  );
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(freshHistory, decision.value);
}

function note(history: History, reading: number, isStart = false): History {
  const decision = decideReading({ state: history.state, master }, { reading, isStart });
  return decision.ok ? record(history, decision.value, "P-1001") : history;
}

const goodOf = ({ state }: History): number => {
  const order = state.jobOrder.get("4731");
  return order === undefined ? Number.NaN : goodQuantity(order);
};

describe("counting by readings", () => {
  test("MC-10 the first reading is the start; each later one books the pieces in between", () => {
    const begun = note(started(), 1_200);
    expect(goodOf(begun)).toBe(0);
    expect(goodOf(note(note(begun, 1_230), 1_300))).toBe(100);
  });

  test("MC-10 the same reading again books nothing", () => {
    const read = note(note(started(), 1_200), 1_230);
    expect(note(read, 1_230).events).toHaveLength(read.events.length);
  });

  test("MC-10 a counter that was set back begins anew and loses nothing", () => {
    const read = note(note(started(), 1_200), 1_230);
    expect(goodOf(note(note(read, 0, true), 40))).toBe(70);
  });

  test("MC-10 taking a booking back takes its reading back, so the next one books those pieces again", () => {
    const read = note(note(started(), 1_200), 1_230);
    const undone = takeBack(read.state, lastEventId(read), 0);
    if (!undone.ok) throw new Error(undone.refusal.code);
    const back = record(read, undone.value);
    expect(goodOf(back)).toBe(0);
    expect(goodOf(note(back, 1_235))).toBe(35);
  });

  test("MC-10 whatever is read, the good pieces are the last reading minus the start", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 30 }),
        (readings) => {
          const [start = 0, ...later] = readings;
          let highest = start;
          let history = note(started(), start);
          for (const reading of later) {
            history = note(history, reading);
            if (goodOf(history) === reading - start) highest = Math.max(highest, reading);
          }
          expect(goodOf(history)).toBe(highest - start);
        },
      ),
    );
  });
});
