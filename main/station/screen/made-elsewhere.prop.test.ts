import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideStart } from "../../../shared/domain/orders/decide.ts";
import { type MadeElsewhere, madeElsewhereSchema } from "../../../shared/domain/orders/made-elsewhere.ts";
import {
  freshAge,
  freshHistory,
  type History,
  instantAt,
  record,
} from "../../../shared/domain/testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../../../shared/domain/testing/sample-plant.ts";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { siftDirectives } from "../sync/sift-directives.ts";
import { activeOrderView } from "./order-view.ts";

/*
 * Invariant: what is shown of an order is the station's own sum and the newest news of the others.
 * Worst outcome if violated: pieces of one station replace those of another, and half of the order is made twice.
 */

const ID = "4720";
const PLANNED = 150;

function begun(): History {
  const started = decideStart(
    { state: freshHistory.state, master: sampleMasterData },
    { jobOrderId: ID, workUnit: WORK_UNIT, activeOrder: null, age: freshAge },
  );
  if (!started.ok) throw new Error(started.refusal.code);
  return record(freshHistory, started.value);
}

interface Station {
  readonly history: History;
  readonly told: ReadonlyMap<string, MadeElsewhere>;
  /** How far it has read the log. */
  readonly reached: number;
}

type Happening =
  | { readonly kind: "booked"; readonly good: number }
  /** Some lines of the log arrive: the next ones, or an answer that was late, or the same once more. */
  | { readonly kind: "news"; readonly from: number; readonly to: number };

function line(seq: number, good: number): object {
  const body = { jobOrderId: ID, good, scrap: 0, rework: 0, stations: 1, asOfUtc: freshAge.nowUtc };
  return { seq, atUtc: freshAge.nowUtc, kind: "made-elsewhere", id: ID, body };
}

function following(station: Station, log: readonly object[], happening: Happening): Station {
  if (happening.kind === "booked") {
    const payload = { good: happening.good, scrap: 0, rework: 0, reasonCode: null, source: "pad" as const };
    const history = record(station.history, [{ type: "quantity.reported", jobOrder: ID, payload }]);
    return { ...station, history };
  }
  const { usable, reached } = siftDirectives(log.slice(happening.from, happening.to), station.reached);
  const told = new Map(station.told);
  for (const { id, body } of usable) told.set(id, madeElsewhereSchema.parse(body));
  return { ...station, told, reached };
}

function shown({ history: { state, nowMs }, told }: Station): ActiveOrderView {
  const master = { ...sampleMasterData, "made-elsewhere": told };
  const view = activeOrderView({ state, master }, { at: instantAt(nowMs) });
  if (view === null) throw new Error("no order");
  return view;
}

const sums = fc.array(fc.integer({ min: -5, max: 200 }), { minLength: 1, maxLength: 8 });
const booked = fc.record({ kind: fc.constant("booked" as const), good: fc.integer({ min: -3, max: 40 }) });
const place = fc.nat({ max: 8 });
const news = fc.record({ kind: fc.constant("news" as const), from: place, to: place });
const happenings = fc.array(fc.oneof(booked, news), { maxLength: 15 });

describe("what several stations have made of one order", () => {
  test("SE-15 I-21 own bookings and news in any order, late and twice: own sum and the newest news, at every moment", () => {
    fc.assert(
      fc.property(sums, happenings, (told, deeds) => {
        const log = told.map((good, index) => line(index + 1, good));
        let station: Station = { history: begun(), told: new Map(), reached: 0 };
        let own = 0;
        let newest = 0;
        for (const deed of [...deeds, { kind: "news", from: 0, to: log.length } as const]) {
          station = following(station, log, deed);
          if (deed.kind === "booked") own += deed.good;
          else if (deed.from < Math.min(deed.to, log.length))
            newest = Math.max(newest, Math.min(deed.to, log.length));
          const elsewhere = newest === 0 ? 0 : (told[newest - 1] ?? 0);
          const view = shown(station);
          expect(view.good).toBe(own);
          expect(view.elsewhere?.good ?? 0).toBe(elsewhere);
          expect(view.remaining).toBe(Math.max(0, PLANNED - own - elsewhere));
        }
        expect(shown(station).elsewhere?.good).toBe(told.at(-1));
      }),
    );
  });

  test("SE-15 in whatever order own bookings and news came, the same is shown in the end", () => {
    fc.assert(
      fc.property(
        sums,
        fc.array(booked, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        (told, own, cuts) => {
          const log = told.map((good, index) => line(index + 1, good));
          const lines = log.map((_line, index) => ({ kind: "news", from: index, to: index + 1 }) as const);
          const start: Station = { history: begun(), told: new Map(), reached: 0 };
          const inTurn = [...own, ...lines];
          // A shuffle by the drawn numbers: the log may come in any order, for its newest line is what counts.
          const mixed = inTurn
            .map((deed, index) => ({ deed, by: cuts[index] ?? 0 }))
            .toSorted((left, right) => left.by - right.by)
            .map(({ deed }) => deed);
          const ends = [inTurn, mixed].map((deeds) =>
            shown(deeds.reduce((now, deed) => following(now, log, deed), start)),
          );
          const seen = ends.map(({ good, elsewhere, remaining }) => ({ good, elsewhere, remaining }));
          expect(seen[0]).toEqual(seen[1]);
        },
      ),
    );
  });

  test("SE-15 as fresh as the last word of the MES: the news, or that there is nothing newer", () => {
    const station = following({ history: begun(), told: new Map(), reached: 0 }, [line(1, 7)], {
      kind: "news",
      from: 0,
      to: 1,
    });
    const { state, nowMs } = station.history;
    const master = { ...sampleMasterData, "made-elsewhere": station.told };
    const asOf = (dataOfUtc: string | null) =>
      activeOrderView({ state, master }, { at: instantAt(nowMs), dataOfUtc })?.elsewhere?.asOfUtc;
    const later = new Date(Date.parse(freshAge.nowUtc) + 60_000).toISOString();
    expect([null, "2020-01-01T00:00:00.000Z", later].map(asOf)).toEqual([
      freshAge.nowUtc,
      freshAge.nowUtc,
      later,
    ]);
  });
});
