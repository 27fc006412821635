import { describe, expect, test } from "vitest";
import type { Instant } from "../../lib/clock.ts";
import type { Draft } from "../event.ts";
import type { ShiftCalendar } from "../shifts/shift-calendar.ts";
import { threeShiftDay } from "../shifts/three-shift-day.ts";
import { freshHistory, type History, instantAt, record, wait } from "../testing/history.ts";
import { sampleMasterData as master } from "../testing/sample-plant.ts";
import { decideBadgeScan } from "./decide-badge-scan.ts";
import { decideEndings } from "./decide-endings.ts";
import type { SessionTimes } from "./session-times.ts";
import { activePerson, isLeadHere, signedIn } from "./signed-in.ts";

const [OPERATOR, LEAD] = ["P-1001", "P-1003"] as const;
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000] as const;
const times: SessionTimes = {
  idleMs: 5 * MINUTE,
  leadMs: MINUTE,
  afterShiftMs: 15 * MINUTE,
  withoutOrderMs: 30 * MINUTE,
};

interface Rest {
  /** Last touch of each person, in milliseconds of the history. */
  readonly touched?: Readonly<Record<string, number>>;
  readonly busyMs?: number;
  readonly at?: Partial<Instant>;
  readonly calendar?: ShiftCalendar;
}

function endings(history: History, rest: Rest = {}): readonly Draft[] {
  const touchedAt = new Map(
    Object.entries(rest.touched ?? {}).map(([personId, ms]) => [personId, instantAt(ms)]),
  );
  const at = { ...instantAt(history.nowMs), ...rest.at };
  return decideEndings(
    { state: history.state, master },
    {
      at,
      times,
      attendance: { touchedAt, busyAt: rest.busyMs === undefined ? at : instantAt(rest.busyMs) },
      calendar: rest.calendar ?? threeShiftDay("UTC"),
    },
  );
}

const signIn = (history: History, personId: string): History =>
  record(history, [{ type: "person.signed-in", jobOrder: null, payload: { personId, method: "badge" } }]);
/** Ends what has ended, as the station does each second. */
const settled = (history: History, rest?: Rest): History => record(history, endings(history, rest));
const ended = (personId: string, left: "own" | "none", cause: "idle" | "lead-time" | "restart") => ({
  ...{ type: "person.rights-ended", jobOrder: null },
  payload: { personId, left, cause },
});
const out = (personId: string, cause: "shift-end" | "no-order") => ({
  ...{ type: "person.signed-out", jobOrder: null },
  payload: { personId, cause },
});
const rightsOf = ({ state }: History) =>
  Object.fromEntries([...state.presence.values()].map(({ personId, rights }) => [personId, rights]));

const operator = signIn(freshHistory, OPERATOR);
const lead = signIn(freshHistory, LEAD);

describe("ST-8 rights end without a touch or a scan", () => {
  test.each([
    ["a millisecond before five minutes", 5 * MINUTE - 1, {}, []],
    ["after five minutes", 5 * MINUTE, {}, [ended(OPERATOR, "none", "idle")]],
    [
      "five minutes after the last touch",
      9 * MINUTE,
      { [OPERATOR]: 4 * MINUTE },
      [ended(OPERATOR, "none", "idle")],
    ],
    ["a moment before that", 9 * MINUTE - 1, { [OPERATOR]: 4 * MINUTE }, []],
    [
      "the touch of another counts for that one alone",
      9 * MINUTE,
      { [LEAD]: 8 * MINUTE },
      [ended(OPERATOR, "none", "idle")],
    ],
  ] as const)("%s", (_what, afterMs, touched, expected) => {
    expect(endings(wait(operator, afterMs), { touched })).toEqual(expected);
  });

  test("C2 a wall clock that is put forward ends nothing and one that is put back prolongs nothing", () => {
    for (const atUtc of ["2036-01-01T00:00:00.000Z", "2016-01-01T00:00:00.000Z"]) {
      expect(endings(wait(operator, 5 * MINUTE - 1), { at: { atUtc } })).toEqual([]);
      expect(endings(wait(operator, 5 * MINUTE), { at: { atUtc } })).toHaveLength(1);
    }
  });

  test("P9 the end is recorded once, whenever somebody looks, and the person is still signed in", () => {
    const after = settled(wait(operator, HOUR), { busyMs: HOUR });
    expect(after.events).toHaveLength(2);
    expect(settled(wait(after, MINUTE), { busyMs: HOUR + MINUTE }).events).toHaveLength(2);
    expect(activePerson(after.state)).toBeUndefined();
    expect(signedIn(after.state).map(({ personId }) => personId)).toEqual([OPERATOR]);
  });

  test("a boot ends rights, as nobody can tell how long it took; a restart within one boot ends none", () => {
    const at = { bootId: "boot-2", monoNs: "1000" };
    expect(endings(wait(operator, SECOND), { at })).toEqual([ended(OPERATOR, "none", "restart")]);
    expect(endings(wait(operator, SECOND))).toEqual([]);
  });

  test("O3 a touch after the end brings nothing back; the badge does, and does not sign out", () => {
    const after = settled(wait(operator, 5 * MINUTE));
    expect(rightsOf(settled(after, { touched: { [OPERATOR]: after.nowMs } }))).toEqual({
      [OPERATOR]: "none",
    });
    const again = decideBadgeScan(after.state, master, "BG1001");
    expect(again).toMatchObject({ outcome: "signed-in", actor: OPERATOR });
    expect(rightsOf(record(after, again.drafts))).toEqual({ [OPERATOR]: "all" });
    expect(decideBadgeScan(operator.state, master, "BG1001")).toMatchObject({ outcome: "signed-out" });
  });
});

describe("ST-9 what only a lead may ends after a minute", () => {
  test("whatever is touched meanwhile; alone, the lead works on as everybody does", () => {
    const touched = { [LEAD]: 59 * SECOND };
    expect(endings(wait(lead, MINUTE - 1), { touched })).toEqual([]);
    const after = settled(wait(lead, MINUTE), { touched });
    expect(after.events.at(-1)).toMatchObject(ended(LEAD, "own", "lead-time"));
    expect(isLeadHere({ state: after.state, master })).toBe(false);
    expect(activePerson(after.state)?.personId).toBe(LEAD);
    expect(decideBadgeScan(after.state, master, "BG1003")).toMatchObject({ outcome: "signed-in" });
  });

  test("O3 beside somebody else the place is that person's again, and the next booking in that name", () => {
    const helped = signIn(wait(operator, 2 * MINUTE), LEAD);
    expect(activePerson(helped.state)?.personId).toBe(LEAD);
    const after = settled(wait(helped, MINUTE), { touched: { [OPERATOR]: 2 * MINUTE } });
    expect(after.events.at(-1)).toMatchObject(ended(LEAD, "none", "lead-time"));
    expect(activePerson(after.state)?.personId).toBe(OPERATOR);
  });

  test("O3 somebody whose own rights have ended gets no place back", () => {
    const helped = signIn(wait(operator, 4.5 * MINUTE), LEAD);
    const after = settled(wait(helped, MINUTE), { touched: { [LEAD]: 5 * MINUTE } });
    expect(rightsOf(after)).toEqual({ [OPERATOR]: "none", [LEAD]: "own" });
  });

  test("P9 after a standstill it is as if somebody had looked each second", () => {
    const helped = signIn(wait(operator, 2 * MINUTE), LEAD);
    const after = settled(wait(helped, 4 * MINUTE));
    expect(rightsOf(after)).toEqual({ [OPERATOR]: "none", [LEAD]: "none" });
  });

  test("an operator has no such minute", () => {
    expect(endings(wait(operator, 2 * MINUTE))).toEqual([]);
  });
});

describe("ST-10 whoever forgets to leave is signed out", () => {
  // The history begins at 06:00, as the early shift does.
  test.each([
    ["14:14:59", 8.25 * HOUR - 1, []],
    ["14:15, a quarter of an hour after the shift", 8.25 * HOUR, [out(OPERATOR, "shift-end")]],
  ] as const)("%s", (_what, afterMs, expected) => {
    const touched = { [OPERATOR]: afterMs };
    expect(endings(wait(operator, afterMs), { touched })).toEqual(expected);
  });

  test("who comes a quarter of an hour before the change belongs to the next shift", () => {
    const late = signIn(wait(freshHistory, 7.75 * HOUR), OPERATOR);
    const early = signIn(wait(freshHistory, 7.75 * HOUR - 1), OPERATOR);
    const touched = { [OPERATOR]: 8.25 * HOUR };
    expect(endings(wait(late, HOUR / 2), { touched })).toEqual([]);
    expect(endings(wait(early, HOUR / 2 + 1), { touched })).toEqual([out(OPERATOR, "shift-end")]);
  });

  test("C2 the wall clock at the sign-in says how long the shift still takes, the other clock that it is over", () => {
    const at = { atUtc: "2026-11-23T14:15:00.000Z" };
    const touched = { [OPERATOR]: HOUR };
    expect(endings(wait(operator, HOUR), { at, touched })).toEqual([]);
    const back = { atUtc: "2026-11-23T06:00:00.000Z" };
    expect(endings(wait(operator, 8.25 * HOUR), { at: back, touched })).toEqual([out(OPERATOR, "shift-end")]);
  });

  test("without an order, a touch or a scan everybody leaves after half an hour", () => {
    const after = settled(wait(operator, 5 * MINUTE));
    expect(endings(wait(after, 25 * MINUTE - 1), { busyMs: 0 })).toEqual([]);
    expect(endings(wait(after, 25 * MINUTE), { busyMs: 0 })).toEqual([out(OPERATOR, "no-order")]);
    expect(endings(wait(after, 25 * MINUTE), { busyMs: MINUTE })).toEqual([]);
  });

  test("while an order runs nobody leaves for that, and its counts go on", () => {
    const payload = { countAuthority: "machine", plannedQuantity: 600 } as const;
    const running = record(operator, [{ type: "order.started", jobOrder: "4711", payload }]);
    const after = settled(wait(running, 5 * MINUTE));
    expect(endings(wait(after, 2 * HOUR), { busyMs: 0 })).toEqual([]);
  });
});
