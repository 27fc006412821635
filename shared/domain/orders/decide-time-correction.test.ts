import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import { evolveAll } from "../evolve.ts";
import { emptyState } from "../station-state.ts";
import { freshHistory, type History, instantAt, lastEventId, record, wait } from "../testing/history.ts";
import { sampleMasterData as master } from "../testing/sample-plant.ts";
import { decideTimeCorrection } from "./decide-time-correction.ts";
import { correctedMs } from "./time-mark.ts";

const MINUTE_MS = 60_000;
const OPERATOR = "P-1001";
const OTHER = "P-1002";
const LEAD = "P-1003";
const BEFORE_ALL = instantAt(-MINUTE_MS).atUtc;

const started: Draft = {
  type: "order.started",
  jobOrder: "4731",
  payload: { countAuthority: "operator", plannedQuantity: 2_000 },
};
const move = (type: "order.resumed" | "order.set-up-begun" | "order.run-begun"): Draft => ({
  type,
  jobOrder: "4731",
  payload: {},
});
const paused: Draft = { type: "order.paused", jobOrder: "4731", payload: { reasonCode: "pause-1" } };
const finished: Draft = {
  type: "order.finished",
  jobOrder: "4731",
  payload: { good: 0, scrap: 0, rework: 0 },
};
const signIn = (personId: string): Draft => ({
  type: "person.signed-in",
  jobOrder: null,
  payload: { personId, method: "badge" },
});
const here = (history: History, personId: string): History => record(history, [signIn(personId)], personId);

const correction = (history: History, eventId: string, shiftMinutes: number, shiftStartUtc = BEFORE_ALL) =>
  decideTimeCorrection(
    { state: history.state, master, shiftStartUtc, nowUtc: instantAt(history.nowMs).atUtc },
    { eventId, shiftMinutes },
  );
function corrected(history: History, eventId: string, shiftMinutes: number): History {
  const decided = correction(history, eventId, shiftMinutes);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return record(history, decided.value, OPERATOR);
}
const minutes = (history: History) => {
  const progress = history.state.jobOrder.get("4731");
  return { run: (progress?.runMs ?? 0) / MINUTE_MS, setUp: (progress?.setUpMs ?? 0) / MINUTE_MS };
};
const afterMinutes = (history: History, count: number, draft: Draft): History =>
  record(wait(history, count * MINUTE_MS), [draft], OPERATOR);

/** Begun at 0, paused at 100 although it stood from 65 on, resumed at 120. */
function pausedLate(): { readonly history: History; readonly pause: string; readonly resume: string } {
  const atPause = afterMinutes(record(here(freshHistory, OPERATOR), [started], OPERATOR), 100, paused);
  const history = afterMinutes(atPause, 20, move("order.resumed"));
  return { history, pause: lastEventId(atPause), resume: lastEventId(history) };
}

describe("corrections of time", () => {
  test("CR-6 paused from 10:05, not from 10:40: run time shrinks, the pause grows by as much, both stay to be seen", () => {
    const { history, pause } = pausedLate();
    expect(minutes(history).run).toBe(100);
    const right = corrected(history, pause, -35);
    expect(right.events.at(-1)).toMatchObject({
      type: "time.corrected",
      jobOrder: "4731",
      payload: { of: pause, shiftMs: -35 * MINUTE_MS, runMs: -35 * MINUTE_MS, setUpMs: 0 },
    });
    expect(minutes(right).run).toBe(65);
    const stop = right.state.stop.get(pause);
    expect(stop?.durationMs).toBe(55 * MINUTE_MS);
    expect(stop?.sinceUtc).toBe(instantAt(65 * MINUTE_MS).atUtc);
    expect(right.state.timeMark.get(pause)).toMatchObject({ atUtc: instantAt(100 * MINUTE_MS).atUtc });
    expect(right.state.jobOrder.get("4731")?.correctedRunMs).toBe(-35 * MINUTE_MS);
  });

  test("CR-6 EOS IDEAS#302 a late clock-out: the end is moved back, after the order is finished", () => {
    const run = record(here(freshHistory, OPERATOR), [started], OPERATOR);
    const done = afterMinutes(run, 480, finished);
    const right = corrected(wait(done, 5 * MINUTE_MS), lastEventId(done), -60);
    expect(minutes(right).run).toBe(420);
    expect(right.state.jobOrder.get("4731")?.state).toBe("finished");
  });

  test("CR-6 the end of a set-up moves minutes from one to the other; the sum stays", () => {
    const setUp: Draft = {
      type: "order.started",
      jobOrder: "4731",
      payload: { countAuthority: "operator", plannedQuantity: 2_000, phase: "set-up" },
    };
    const ran = afterMinutes(
      record(here(freshHistory, OPERATOR), [setUp], OPERATOR),
      30,
      move("order.run-begun"),
    );
    const done = afterMinutes(ran, 60, finished);
    const right = corrected(done, lastEventId(ran), 12);
    expect(minutes(right)).toEqual({ run: 48, setUp: 42 });
  });

  test("CR-6 the end of a pause is moved with its stop", () => {
    const { history, pause, resume } = pausedLate();
    const right = corrected(history, resume, -8);
    expect(right.state.stop.get(pause)?.durationMs).toBe(12 * MINUTE_MS);
  });

  test("CR-7 never over the events before and after it, and never into the future", () => {
    const { history, pause, resume } = pausedLate();
    const later = wait(history, 3 * MINUTE_MS);
    expect(correction(later, pause, 20).ok).toBe(true);
    expect(correction(later, pause, 21)).toMatchObject({ refusal: { code: "time-between" } });
    expect(correction(later, pause, -101)).toMatchObject({ refusal: { code: "time-between" } });
    expect(correction(later, resume, 3).ok).toBe(true);
    expect(correction(later, resume, 4)).toMatchObject({ refusal: { code: "time-between" } });
    // The bounds are those of the corrected times.
    const moved = corrected(later, pause, -35);
    expect(correction(moved, resume, -55).ok).toBe(true);
    expect(correction(moved, resume, -56)).toMatchObject({ refusal: { code: "time-between" } });
  });

  test("CR-7 what is no time or no minutes is refused", () => {
    const { history, pause } = pausedLate();
    expect(correction(history, "00000000-0000-7000-8000-000000009999", 5)).toMatchObject({
      refusal: { code: "nothing-to-undo" },
    });
    expect(correction(history, pause, 0)).toMatchObject({ refusal: { code: "nothing-to-undo" } });
    expect(correction(history, pause, Number.NaN)).toMatchObject({ refusal: { code: "time-between" } });
  });

  test("CR-8 who did it until the end of the shift, then a lead; nobody else", () => {
    const { history, pause } = pausedLate();
    const nextShift = instantAt(history.nowMs).atUtc;
    const leadOnly = { refusal: { code: "correction-lead-only" } };
    expect(correction(history, pause, -5).ok).toBe(true);
    expect(correction(history, pause, -5, nextShift)).toMatchObject(leadOnly);
    expect(correction(here(history, OTHER), pause, -5)).toMatchObject(leadOnly);
    expect(correction(here(history, LEAD), pause, -5, nextShift).ok).toBe(true);
  });

  test("CR-9 time that is shared with another order, or taken by the planner, is not moved", () => {
    const run = record(here(freshHistory, LEAD), [started], LEAD);
    const beside: Draft = { ...started, jobOrder: "4711" };
    const both = afterMinutes(run, 10, beside);
    expect(correction(wait(both, MINUTE_MS), lastEventId(both), -1)).toMatchObject({
      refusal: { code: "time-fixed" },
    });
    const held = afterMinutes(run, 10, {
      type: "order.held",
      jobOrder: "4731",
      payload: { cause: "hold", reason: "Q-7" },
    });
    expect(correction(held, lastEventId(held), -1)).toMatchObject({ refusal: { code: "time-fixed" } });
  });

  test("CR-6 CR-7 any corrections: times never overlap, and run and set-up are what lies between the corrected marks", () => {
    const step = fc.record({
      waitMinutes: fc.integer({ min: 0, max: 90 }),
      kind: fc.constantFrom("order.paused", "order.resumed", "order.set-up-begun", "order.run-begun"),
    });
    const fix = fc.record({ place: fc.nat({ max: 12 }), shift: fc.integer({ min: -60, max: 60 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(fix, { maxLength: 12 }), (steps, fixes) => {
        let history = record(here(freshHistory, OPERATOR), [started], OPERATOR);
        for (const { waitMinutes, kind } of steps) {
          history = afterMinutes(history, waitMinutes, kind === "order.paused" ? paused : move(kind));
        }
        history = afterMinutes(history, 5, finished);
        for (const { place, shift } of fixes) {
          const mark = [...history.state.timeMark.values()][place];
          const decided = mark === undefined ? undefined : correction(history, mark.eventId, shift);
          if (decided?.ok) history = record(history, decided.value, OPERATOR);
        }
        const marks = [...history.state.timeMark.values()];
        const between = (what: "run" | "set-up"): number =>
          marks.reduce((sum, mark, index) => {
            const next = marks[index + 1];
            if (next === undefined) return sum;
            const ms = correctedMs(next) - correctedMs(mark);
            expect(ms).toBeGreaterThanOrEqual(0);
            return mark.after === what ? sum + ms : sum;
          }, 0);
        expect(minutes(history)).toEqual({
          run: between("run") / MINUTE_MS,
          setUp: between("set-up") / MINUTE_MS,
        });
        expect(evolveAll(emptyState(), history.events).state).toEqual(history.state);
      }),
    );
  });
});
