import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { counted, defect, measured, reported, reversed, started } from "../testing/sample-events.ts";
import { createStationJournal, type StationJournal } from "../testing/station-journal.ts";
import { advanceState } from "./advance-state.ts";
import type { Effect } from "./effect.ts";
import type { IngestState } from "./ingest-state.ts";
import { judgeEvent } from "./judge-event.ts";
import type { Judgement } from "./judgement.ts";
import { readFact } from "./read-fact.ts";
import { currentVocabulary, type Vocabulary } from "./vocabulary.ts";

const ORDER = "4711";
const on = { jobOrder: ORDER };

const planned = (status: "released" | "cancelled") => ({ status, plannedQuantity: 600, isHeld: false });

function stateWith(status?: "released" | "cancelled"): IngestState {
  return {
    jobOrders: new Map(status === undefined ? [] : [[ORDER, planned(status)]]),
    heldLots: new Map(),
    stationOrders: new Map(),
    targets: new Map(),
    takenBack: new Map(),
  };
}

function judgeAll(
  state: IngestState,
  entries: readonly JournalEntry[],
  vocabulary: Vocabulary = currentVocabulary,
): readonly Judgement[] {
  return entries.map((entry) => {
    const judgement = judgeEvent(state, { stationId: "WS-14", entry, read: readFact(entry, vocabulary) });
    advanceState(state, entry, judgement);
    return judgement;
  });
}

function inShort(judgement: Judgement): string {
  return judgement.verdict === "applied" ? "applied" : `${judgement.verdict}: ${judgement.code}`;
}

function verdicts(state: IngestState, journal: StationJournal, vocabulary?: Vocabulary): readonly string[] {
  return judgeAll(state, journal.entries, vocabulary).map(inShort);
}

function effectsOf(judgements: readonly Judgement[], kind: Effect["kind"]): readonly Effect[] {
  return judgements.flatMap(({ effects }) => effects).filter((effect) => effect.kind === kind);
}

const corrected = (of: string, shiftMs: number) => ({ of, shiftMs, runMs: 0, setUpMs: 0, stop: null });

function wholeOrder(): StationJournal {
  const journal = createStationJournal();
  journal.record("order.started", started, on);
  journal.record("parts.counted", counted(5), on);
  journal.record("order.paused", { reasonCode: "P-SETUP" }, on);
  journal.record("quantity.reported", reported({ scrap: 1 }), on);
  journal.record("order.resumed", {}, on);
  journal.record("order.finished", { good: 4, scrap: 1, rework: 0 }, on);
  return journal;
}

describe("an order from start to finish", () => {
  test("I-16 all is applied on a released order", () => {
    expect(new Set(verdicts(stateWith("released"), wholeOrder()))).toEqual(new Set(["applied"]));
  });

  test("I-16 O4 on a cancelled order the start is rejected, what depends on it waits, what was made counts", () => {
    expect(verdicts(stateWith("cancelled"), wholeOrder())).toEqual([
      "rejected: order-cancelled",
      "applied",
      "parked: depends-on-rejected",
      "applied",
      "parked: depends-on-rejected",
      "parked: depends-on-rejected",
    ]);
  });

  test("I-16 on an unknown order all that follows the rejected start waits", () => {
    const [first, ...rest] = verdicts(stateWith(), wholeOrder());
    expect(first).toBe("rejected: unknown-order");
    expect(new Set(rest)).toEqual(new Set(["parked: depends-on-rejected"]));
  });

  test("I-16 other orders go on", () => {
    const journal = createStationJournal();
    journal.record("order.started", started, { jobOrder: "unknown" });
    journal.record("order.started", started, on);
    journal.record("parts.counted", counted(3), on);
    expect(verdicts(stateWith("released"), journal)).toEqual([
      "rejected: unknown-order",
      "applied",
      "applied",
    ]);
  });

  test("I-16 cancelled while it runs: nothing of it is refused", () => {
    const journal = wholeOrder();
    const state = stateWith("released");
    judgeAll(state, journal.entries.slice(0, 2));
    const cancelled = { ...state, jobOrders: new Map([[ORDER, planned("cancelled")]]) };
    const rest = judgeAll(cancelled, journal.entries.slice(2)).map(inShort);
    expect(new Set(rest)).toEqual(new Set(["applied"]));
  });

  test("OR-2 a finished order is not opened again by what an older copy of the station still says", () => {
    const journal = wholeOrder();
    const state = stateWith("released");
    judgeAll(state, journal.entries);
    const late = createStationJournal();
    late.record("order.resumed", {}, on);
    late.record("order.paused", { reasonCode: "P-SETUP" }, on);
    late.record("parts.counted", counted(2), on);
    expect(verdicts(state, late)).toEqual([
      "rejected: order-finished",
      "rejected: order-finished",
      "applied",
    ]);
    expect(state.stationOrders.get(ORDER)?.state).toBe("finished");
  });

  test("OR-1 set-up, run, hold, resume and abort move the order as at the station; a move out of turn does not", () => {
    const journal = createStationJournal();
    journal.record("order.started", { ...started, phase: "set-up" }, on);
    journal.record("order.resumed", {}, on);
    journal.record("order.run-begun", {}, on);
    journal.record("order.held", { cause: "hold", reason: "Q-7" }, on);
    journal.record("order.resumed", {}, on);
    journal.record("order.aborted", { good: 0, scrap: 0, rework: 0, missing: 9, reasonCode: "A" }, on);
    const state = stateWith("released");
    expect(verdicts(state, journal)).toEqual([
      "applied",
      "rejected: order-state",
      "applied",
      "applied",
      "applied",
      "applied",
    ]);
    expect(state.stationOrders.get(ORDER)?.state).toBe("aborted");
  });

  test("I-16 each refusal asks for someone; what waits for one cause is one line", () => {
    const judgements = judgeAll(stateWith("cancelled"), wholeOrder().entries);
    const opened = effectsOf(judgements, "attention-opened").map((effect) =>
      effect.kind === "attention-opened" ? effect.attention.id : "",
    );
    expect(new Set(opened).size).toBe(2);
    expect(opened).toHaveLength(4);
  });
});

describe("events that a MES cannot apply", () => {
  const cases: readonly [string, () => StationJournal, string][] = [
    ["an unknown type", () => recorded("order.split", {}), "parked: unknown-type"],
    [
      "a newer version",
      () => recorded("help.called", { category: "lead" }, { version: 2 }),
      "parked: newer-version",
    ],
    [
      "a payload that is not JSON",
      () => recorded("help.called", {}, { rawPayload: "{" }),
      "rejected: invalid-payload",
    ],
    ["a payload without its fields", () => recorded("help.called", {}), "rejected: invalid-payload"],
    ["a count beyond belief", () => recorded("parts.counted", counted(1e9)), "rejected: invalid-payload"],
    [
      "a number too large for JSON",
      () => recorded("parts.counted", {}, { rawPayload: '{"delta":1e400}' }),
      "rejected: invalid-payload",
    ],
    [
      "a NUL character inside",
      () => recorded("help.called", { category: "lead", note: "\u0000" }),
      "rejected: invalid-payload",
    ],
    [
      "a quantity without an order",
      () => recorded("quantity.reported", reported({ good: 1 })),
      "rejected: invalid-payload",
    ],
    ["a start without an order", () => recorded("order.started", started), "rejected: invalid-payload"],
    [
      "a quantity on an order nobody started",
      () => recorded("quantity.reported", reported({ good: 1 }), { jobOrder: "x" }),
      "rejected: unknown-order",
    ],
    [
      "a finish of an order nobody started",
      () => recorded("order.finished", { good: 0, scrap: 0, rework: 0 }, { jobOrder: "x" }),
      "rejected: unknown-order",
    ],
  ];

  test.each(cases)("I-16 %s", (_, journal, verdict) => {
    expect(verdicts(stateWith("released"), journal())).toEqual([verdict]);
  });

  test("I-15 unknown fields of a known event do no harm", () => {
    const journal = recorded("help.called", { category: "lead", colour: { new: [1] } });
    expect(verdicts(stateWith(), journal)).toEqual(["applied"]);
  });

  test("I-15 what moves an order waits behind a movement of a newer version, counts do not", () => {
    const journal = createStationJournal();
    journal.record("order.started", { mode: "new" }, { ...on, version: 2 });
    journal.record("parts.counted", counted(2), on);
    journal.record("order.finished", { good: 2, scrap: 0, rework: 0 }, on);
    expect(verdicts(stateWith("released"), journal)).toEqual([
      "parked: newer-version",
      "applied",
      "parked: depends-on-rejected",
    ]);
  });

  test("I-16 a start with a bad payload holds what follows it", () => {
    const journal = createStationJournal();
    journal.record("order.started", {}, on);
    journal.record("order.resumed", {}, on);
    expect(verdicts(stateWith("released"), journal)).toEqual([
      "rejected: invalid-payload",
      "parked: depends-on-rejected",
    ]);
  });
});

function recorded(...[type, payload, draft]: Parameters<StationJournal["record"]>): StationJournal {
  const journal = createStationJournal();
  journal.record(type, payload, draft);
  return journal;
}

describe("taking back", () => {
  test("I-2 a counter-booking undoes once and only once", () => {
    const journal = createStationJournal();
    const { eventId } = journal.record("quantity.reported", reported({ good: 24 }), on);
    journal.record("quantity.reversed", reversed(eventId, { good: -24 }), on);
    journal.record("quantity.reversed", reversed(eventId, { good: -24 }), on);
    expect(verdicts(stateWith("released"), journal)).toEqual([
      "applied",
      "applied",
      "rejected: unknown-reversal",
    ]);
  });

  test("CR-2 part by part, and never more than was booked", () => {
    const journal = createStationJournal();
    const { eventId } = journal.record("quantity.reported", reported({ good: 24 }), on);
    for (const pieces of [20, 5, 4, 1]) {
      journal.record("quantity.reversed", reversed(eventId, { good: -pieces }, pieces), on);
    }
    expect(verdicts(stateWith("released"), journal)).toEqual([
      "applied",
      "applied",
      "rejected: unknown-reversal",
      "applied",
      "rejected: unknown-reversal",
    ]);
  });

  test("CR-2 the whole of what was taken back in part is refused, as a part of the whole is", () => {
    const journal = createStationJournal();
    const first = journal.record("quantity.reported", reported({ scrap: 3 }), on);
    const second = journal.record("defect.logged", defect(2, "hold"), on);
    journal.record("quantity.reversed", reversed(first.eventId, { scrap: -1 }, 1), on);
    journal.record("quantity.reversed", reversed(first.eventId, { scrap: -3 }), on);
    journal.record("quantity.reversed", reversed(second.eventId, {}), on);
    journal.record("quantity.reversed", reversed(second.eventId, {}, 1), on);
    expect(verdicts(stateWith("released"), journal).slice(2)).toEqual([
      "applied",
      "rejected: unknown-reversal",
      "applied",
      "rejected: unknown-reversal",
    ]);
  });

  test("I-2 nothing to take back", () => {
    const journal = createStationJournal();
    const unknown = "01932b7a-0000-4000-8000-000000000001";
    journal.record("quantity.reversed", reversed(unknown, { good: -1 }), on);
    journal.record("measurement.withdrawn", { withdraws: unknown, characteristicId: "DIA-40" }, on);
    const start = journal.record("order.started", started, on);
    journal.record("quantity.reversed", reversed(start.eventId, { good: -1 }), on);
    expect(verdicts(stateWith("released"), journal)).toEqual([
      "rejected: unknown-reversal",
      "rejected: unknown-reversal",
      "applied",
      "rejected: unknown-reversal",
    ]);
  });

  test("I-2 a defect is taken back with its scrap, a measurement is withdrawn", () => {
    const journal = createStationJournal();
    const logged = journal.record("defect.logged", defect(2, "scrap"), on);
    const value = journal.record("measurement.recorded", measured("above"), on);
    journal.record("quantity.reversed", reversed(logged.eventId, { scrap: -2 }), on);
    journal.record("measurement.withdrawn", { withdraws: value.eventId, characteristicId: "DIA-40" }, on);
    const judgements = judgeAll(stateWith("released"), journal.entries);
    expect(judgements.map(inShort)).toEqual(["applied", "applied", "applied", "applied"]);
    const scrap = effectsOf(judgements, "progress").map((effect) =>
      effect.kind === "progress" ? effect.scrap : 0,
    );
    expect(scrap).toEqual([2, -2]);
  });
});

describe("corrected times", () => {
  test("CR-10 the start of an order, however often it is begun, and its newest move are moved; what was refused is not", () => {
    const journal = createStationJournal();
    const begun = journal.record("order.started", started, on);
    const paused = journal.record("order.paused", { reasonCode: "P-SETUP" }, on);
    const again = journal.record("order.started", started, on);
    const resumed = journal.record("order.resumed", {}, on);
    const minuteMs = 60_000;
    journal.record("time.corrected", corrected(again.eventId, -3 * minuteMs), on);
    journal.record("time.corrected", corrected(begun.eventId, -5 * minuteMs), on);
    journal.record("time.corrected", corrected(paused.eventId, 7 * minuteMs), on);
    journal.record("time.corrected", corrected(resumed.eventId, minuteMs), on);
    journal.record("time.corrected", corrected(begun.eventId, minuteMs), { jobOrder: "4712" });
    const state = stateWith("released");
    expect(verdicts(state, journal)).toEqual([
      ...["applied", "applied", "applied", "rejected: order-state"],
      ...["applied", "applied", "applied", "rejected: unknown-reversal", "rejected: unknown-reversal"],
    ]);
    const later = (utc: string, ms: number) => new Date(Date.parse(utc) + ms).toISOString();
    expect(state.stationOrders.get(ORDER)).toMatchObject({
      startedUtc: later(begun.atUtc, -5 * minuteMs),
      sinceUtc: later(again.atUtc, -3 * minuteMs),
      startedBy: begun.eventId,
      movedBy: again.eventId,
    });
  });

  test("CR-10 the correction of a move that waits for a newer MES waits with it", () => {
    const journal = createStationJournal();
    journal.record("order.started", started, on);
    const newer = journal.record("order.paused", { reasonCode: "P-SETUP" }, { ...on, version: 99 });
    journal.record("time.corrected", corrected(newer.eventId, 60_000), on);
    expect(verdicts(stateWith("released"), journal).slice(1)).toEqual([
      "parked: newer-version",
      "parked: depends-on-rejected",
    ]);
  });
});

describe("defects and what becomes of the pieces", () => {
  test.each([
    ["scrap", { scrap: 3, rework: 0 }],
    ["rework", { scrap: 0, rework: 3 }],
    ["hold", { scrap: 0, rework: 0 }],
    ["use-as-is", { scrap: 0, rework: 0 }],
  ])("I-21 three pieces to %s", (disposition, sums) => {
    const journal = createStationJournal();
    journal.record("defect.logged", defect(3, disposition), on);
    const judgements = judgeAll(stateWith("released"), journal.entries);
    expect(effectsOf(judgements, "progress")).toMatchObject([sums]);
  });
});
