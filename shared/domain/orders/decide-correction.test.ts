import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import { freshHistory, type History, instantAt, lastEventId, record, wait } from "../testing/history.ts";
import { sampleMasterData as master } from "../testing/sample-plant.ts";
import { takeBack } from "../testing/take-back.ts";
import { standing } from "./booking.ts";
import { decideCorrection } from "./decide-correction.ts";
import { begunIn } from "./rework-begun.ts";

const HOUR_MS = 3_600_000;
const OPERATOR = "P-1001";
const OTHER = "P-1002";
const LEAD = "P-1003";
const BEFORE_ALL = instantAt(-1).atUtc;

const started: Draft = {
  type: "order.started",
  jobOrder: "4731",
  payload: { countAuthority: "operator", plannedQuantity: 2_000 },
};
const report = (part: { good?: number; scrap?: number; rework?: number }): Draft => ({
  type: "quantity.reported",
  jobOrder: "4731",
  payload: { good: 0, scrap: 0, rework: 0, reasonCode: null, source: "pad", ...part },
});
const signIn = (personId: string): Draft => ({
  type: "person.signed-in",
  jobOrder: null,
  payload: { personId, method: "badge" },
});

const signedInBy = (history: History, personId: string): History => record(history, [signIn(personId)]);
const order = (history: History) => history.state.jobOrder.get("4731");
const correction = (history: History, eventId: string, quantity: number, shiftStartUtc = BEFORE_ALL) =>
  decideCorrection(
    { state: history.state, master, shiftStartUtc, isBegunHere: begunIn(history.state) },
    { eventId, quantity },
  );

function corrected(history: History, eventId: string, quantity: number): History {
  const decided = correction(history, eventId, quantity);
  if (!decided.ok) throw new Error(`refused: ${decided.refusal.code}`);
  return record(history, decided.value, OPERATOR);
}

/** The order runs, A. Nowak is here and has booked one thing. */
function booked(draft: Draft): { readonly history: History; readonly eventId: string } {
  const history = record(signedInBy(record(freshHistory, [started]), OPERATOR), [draft], OPERATOR);
  return { history, eventId: lastEventId(history) };
}

describe("corrections", () => {
  test("CR-1 a part is taken back by a linked event, and both totals stay to be seen", () => {
    const { history, eventId } = booked(report({ scrap: 6 }));
    const after = corrected(history, eventId, 2);
    expect(after.events.at(-1)).toMatchObject({
      type: "quantity.reversed",
      jobOrder: "4731",
      payload: { reverses: eventId, good: 0, scrap: -2, rework: 0, quantity: 2, how: "correction" },
    });
    expect(order(after)?.scrap).toBe(4);
    expect(after.state.booking.get(eventId)).toMatchObject({ quantity: 6, takenBack: 2, scrap: 6 });
  });

  test("CR-2 never more than still stands, and nothing twice", () => {
    const { history, eventId } = booked(report({ good: 24 }));
    const after = corrected(history, eventId, 20);
    expect(correction(after, eventId, 5)).toMatchObject({
      ok: false,
      refusal: { code: "correction-too-much", details: { left: "4" } },
    });
    const nothingLeft = corrected(after, eventId, 4);
    expect(order(nothingLeft)?.reportedGood).toBe(0);
    expect(correction(nothingLeft, eventId, 1)).toMatchObject({ refusal: { code: "nothing-to-undo" } });
    expect(takeBack(nothingLeft.state, eventId, 0)).toMatchObject({ refusal: { code: "nothing-to-undo" } });
  });

  test.each([0, -3, 1.5, Number.NaN])("CR-2 %d is no quantity", (quantity) => {
    const { history, eventId } = booked(report({ good: 24 }));
    expect(correction(history, eventId, quantity)).toMatchObject({
      refusal: { code: "quantity-not-positive" },
    });
  });

  test("CR-2 undo after a correction takes back what is left", () => {
    const { history, eventId } = booked(report({ good: 24 }));
    const after = corrected(history, eventId, 20);
    const undo = takeBack(after.state, eventId, 0);
    if (!undo.ok) throw new Error(undo.refusal.code);
    expect(undo.value[0]?.payload).toMatchObject({ good: -4, quantity: 4, how: "undo" });
    expect(order(record(after, undo.value))?.reportedGood).toBe(0);
  });

  test("CR-3 the same person until the end of the shift, then only a lead; another operator never", () => {
    const { history, eventId } = booked(report({ good: 24 }));
    const nextShift = instantAt(HOUR_MS).atUtc;
    const leadOnly = { ok: false, refusal: { code: "correction-lead-only" } };
    expect(correction(history, eventId, 1).ok).toBe(true);
    expect(correction(wait(history, HOUR_MS), eventId, 1, nextShift)).toMatchObject(leadOnly);
    expect(correction(signedInBy(history, OTHER), eventId, 1)).toMatchObject(leadOnly);
    expect(correction(signedInBy(history, LEAD), eventId, 1, nextShift).ok).toBe(true);
  });

  test("CR-4 an order that is finished by now is corrected all the same", () => {
    const { history, eventId } = booked(report({ good: 24 }));
    const finished = record(history, [
      { type: "order.finished", jobOrder: "4731", payload: { good: 24, scrap: 0, rework: 0 } },
    ]);
    expect(order(corrected(finished, eventId, 4))).toMatchObject({ state: "finished", reportedGood: 20 });
  });

  test("CR-5 pieces of a defect leave its code as well, whatever became of them", () => {
    const defect = (disposition: "hold" | "rework"): Draft => ({
      type: "defect.logged",
      jobOrder: "4731",
      payload: { defectCode: "BURR", quantity: 5, disposition },
    });
    const held = booked(defect("hold"));
    expect(order(corrected(held.history, held.eventId, 2))).toMatchObject({
      defects: { BURR: 3 },
      rework: 0,
    });
    const reworked = booked(defect("rework"));
    const after = corrected(reworked.history, reworked.eventId, 2);
    expect(order(after)).toMatchObject({ defects: { BURR: 3 }, rework: 3 });
  });

  test("CR-5 part of a counter reading leaves the reading, all of it restores the one before", () => {
    const reading: Draft = {
      type: "quantity.reported",
      jobOrder: "4731",
      payload: {
        good: 30,
        scrap: 0,
        rework: 0,
        reasonCode: null,
        source: "reading",
        reading: { from: 100, to: 130 },
      },
    };
    const { history, eventId } = booked(reading);
    const after = corrected(history, eventId, 10);
    expect(after.state.reading.get("4731")?.reading).toBe(130);
    expect(corrected(after, eventId, 20).state.reading.get("4731")?.reading).toBe(100);
  });

  test("CR-2 any sequence of corrections: what stands is what was booked less what was taken back", () => {
    const kind = fc.constantFrom("good", "scrap", "rework");
    fc.assert(
      fc.property(
        kind,
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }),
        (what, quantity, tries) => {
          const { history, eventId } = booked(report({ [what]: quantity }));
          let [now, taken] = [history, 0];
          for (const wanted of tries) {
            const decided = correction(now, eventId, wanted);
            expect(decided.ok).toBe(wanted <= quantity - taken && taken < quantity);
            if (!decided.ok) continue;
            now = record(now, decided.value, OPERATOR);
            taken += wanted;
          }
          const booking = now.state.booking.get(eventId);
          expect(booking === undefined ? null : standing(booking)).toBe(quantity - taken);
          const sums = order(now);
          const sum = what === "good" ? sums?.reportedGood : sums?.[what];
          expect(sum).toBe(quantity - taken);
        },
      ),
    );
  });

  test("CR-1 a reversal of version 1 took all of its booking", () => {
    const { history, eventId } = booked(report({ good: 24 }));
    const after = record(history, [
      {
        type: "quantity.reversed",
        jobOrder: "4731",
        payload: { reverses: eventId, good: -24, scrap: 0, rework: 0, quantity: null, how: "undo" },
      },
    ]);
    expect(after.state.booking.get(eventId)).toMatchObject({ takenBack: 24 });
  });
});
