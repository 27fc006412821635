import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldGenealogy } from "../../shared/domain/genealogy/fold-genealogy.ts";
import type { StationEvent } from "../../shared/domain/genealogy/work-trace.ts";
import { foldUnits } from "../../shared/domain/packing/fold-units.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { mergeOrderState } from "../queries/order-state.ts";
import { journalOfWork, randomWork } from "../testing/random-plant.ts";
import { advanceState } from "./advance-state.ts";
import type { Arrival } from "./arrival.ts";
import type { Effect } from "./effect.ts";
import type { IngestState, StationOrder } from "./ingest-state.ts";
import { judgeEvent } from "./judge-event.ts";
import { readFact } from "./read-fact.ts";
import { currentVocabulary } from "./vocabulary.ts";

/*
 * Invariant I-21: any interleaving of what two stations tell leaves the same state at the MES. Here on the decisions
 * alone, event by event, over random plants; on a database and with a hostile network in
 * mes/use-cases/interleaving.prop.test.ts.
 */

const ORDERS = ["4711", "4712", "4713", "4714"];
const LOTS = ["88213", "88214", "HELD"];
const STATIONS = ["WS-1", "WS-2"];

function freshState(): IngestState {
  const planned = { status: "released", plannedQuantity: 40, isHeld: false } as const;
  return {
    jobOrders: new Map(ORDERS.map((id) => [id, planned])),
    heldLots: new Map([["HELD", "Q-9"]]),
    stationOrders: new Map(),
    targets: new Map(),
    takenBack: new Map(),
  };
}

/** One entry after the other, whichever station is next. What is left over of a journal follows at the end. */
function interleaved(journals: readonly (readonly JournalEntry[])[], turns: readonly number[]): Arrival[] {
  const next = journals.map(() => 0);
  const rest = journals.flatMap((journal, station) => journal.map(() => station));
  return [...turns, ...rest].flatMap((station): Arrival[] => {
    const at = next[station] ?? 0;
    const entry = journals[station]?.[at];
    if (entry === undefined) return [];
    next[station] = at + 1;
    return [{ stationId: STATIONS[station] ?? "", entry, read: readFact(entry, currentVocabulary) }];
  });
}

interface Judged {
  readonly arrival: Arrival;
  readonly verdict: string;
  readonly effects: readonly Effect[];
}

/** A state for each station, as ingest loads it. */
function judgeAll(arrivals: readonly Arrival[]): readonly Judged[] {
  const states = new Map(STATIONS.map((station) => [station, freshState()]));
  return arrivals.map((arrival) => {
    const state = states.get(arrival.stationId) ?? freshState();
    const judgement = judgeEvent(state, arrival);
    advanceState(state, arrival.entry, judgement);
    return { arrival, verdict: judgement.verdict, effects: judgement.effects };
  });
}

const NONE = { counted: 0, good: 0, scrap: 0, rework: 0 };

function sumsOf(judged: readonly Judged[], order: string): typeof NONE {
  let sum = NONE;
  for (const effect of judged.flatMap(({ effects }) => effects)) {
    if (effect.kind !== "progress" || effect.jobOrderId !== order) continue;
    sum = {
      counted: sum.counted + effect.counted,
      good: sum.good + effect.good,
      scrap: sum.scrap + effect.scrap,
      rework: sum.rework + effect.rework,
    };
  }
  return sum;
}

/** What the planner's pages are made of, whoever's news came first. */
function seen(judged: readonly Judged[]): object {
  const last = new Map<string, StationOrder>();
  const lines = new Set<string>();
  const lots = new Set<string>();
  for (const { arrival, effects } of judged)
    for (const effect of effects) {
      if (effect.kind === "station-order")
        last.set(`${effect.row.jobOrderId} ${arrival.stationId}`, effect.row);
      if (effect.kind === "attention-opened") lines.add(effect.attention.id);
      if (effect.kind === "lot-used") lots.add(`${effect.lotId} ${effect.jobOrderId}`);
    }
  const orders = ORDERS.map((id) => ({
    sums: sumsOf(judged, id),
    state: mergeOrderState(
      { status: "released", hold: null, blockedBy: null },
      STATIONS.map((station) => last.get(`${id} ${station}`)?.state ?? "none"),
    ),
    times: STATIONS.map((station) => last.get(`${id} ${station}`)),
  }));
  return { orders, lines: [...lines].toSorted(), lots: [...lots].toSorted(), ...foldsOf(judged) };
}

/** Genealogy, and what is in which unit: folded from what was applied. */
function foldsOf(judged: readonly Judged[]): object {
  const events = judged.flatMap(({ arrival: { entry, read, stationId }, verdict }): StationEvent[] => {
    if (verdict !== "applied" || read.kind !== "fact") return [];
    const { eventId, actor, jobOrder, workUnit } = entry;
    const at = { atUtc: entry.atUtc, monoNs: "0", bootId: "", clockState: "trusted" } as const;
    return [{ ...read.fact, eventId, at, actor, jobOrder, stationId, workUnit }];
  });
  const inOrder = <Row>(rows: ReadonlyMap<string, Row>): object =>
    [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return { traces: inOrder(foldGenealogy(events)), units: inOrder(foldUnits(events)) };
}

const turnsOf = fc.array(fc.nat({ max: 1 }), { maxLength: 60 });

/** What the journal of a station adds up to without any MES: whatever was taken back never exceeds what was booked. */
function isPossible(sums: typeof NONE): boolean {
  return sums.scrap >= 0 && sums.rework >= 0 && sums.good >= 0;
}

describe("any interleaving of two stations' logs", () => {
  test("I-21 odoo#89627 erpnext#12971 PK-21 CR-10 the same verdicts, sums, times, lots, lines, units and genealogy over random plants", () => {
    fc.assert(
      fc.property(fc.tuple(randomWork, randomWork), turnsOf, turnsOf, (works, one, other) => {
        const journals = works.map((work, index) => {
          const names = { orders: ORDERS, lots: LOTS, workUnit: `CNC-${index}`, firstSerial: index * 1_000 };
          return journalOfWork(work, names).entries;
        });
        const [first, second] = [one, other].map((turns) => judgeAll(interleaved(journals, turns)));
        expect(verdictsOf(second ?? [])).toEqual(verdictsOf(first ?? []));
        expect(seen(second ?? [])).toEqual(seen(first ?? []));
        for (const order of ORDERS) expect(isPossible(sumsOf(first ?? [], order))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function verdictsOf(judged: readonly Judged[]): ReadonlyMap<string, string> {
  return new Map(judged.map(({ arrival, verdict }) => [arrival.entry.eventId, verdict]));
}
