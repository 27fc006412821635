import { describe, expect, test } from "vitest";
import type { Fact } from "../event.ts";
import { instantAt } from "../testing/history.ts";
import { loadedLot } from "../testing/loaded-lot.ts";
import { TOOK_NOTHING, type ToldLot, takenByOrders, takenSinceTold } from "./taken-since.ts";
import { stationEvent } from "./testing/station-event.ts";
import type { StationEvent } from "./work-trace.ts";

const utc = (hour: number) => `2026-11-23T${String(hour).padStart(2, "0")}:00:00.000Z`;

function event(hour: number, fact: Fact): StationEvent {
  const at = { ...instantAt(0), atUtc: utc(hour) };
  return stationEvent(fact, { actor: "P-1001", eventId: `${fact.type}-${hour}`, at });
}

const loaded = (lotId: string, hour: number, quantityPerPiece: string | null = "2") =>
  event(hour, {
    type: "material.loaded",
    payload: loadedLot({ lotId, quantityPerPiece, atPieces: null }),
  });
const made = (good: number, hour: number) =>
  event(hour, {
    type: "quantity.reported",
    payload: { good, scrap: 0, rework: 0, reasonCode: null, source: "pad" },
  });

function takenSince(events: Iterable<StationEvent>, lots: readonly ToldLot[]): Map<string, string | null> {
  const orders = [...takenByOrders(events, lots).values()];
  const parts = (lotId: string) => orders.map((taken) => taken.get(lotId) ?? TOOK_NOTHING);
  return new Map(lots.map(({ lotId }) => [lotId, takenSinceTold(parts(lotId))]));
}

const of = (events: readonly StationEvent[], toldUtc: string | null) =>
  takenSince(events, [{ lotId: "A", toldUtc }]).get("A");

describe("what was taken out of a lot since the planner told of it", () => {
  const day = [loaded("A", 8), made(5, 9), made(3, 11), loaded("B", 12), made(4, 13)];

  test("MA-41 pieces made before the quantity was told were off already; those after are off now, to the lot change", () => {
    expect(of(day, utc(7))).toBe("16");
    expect(of(day, utc(10))).toBe("6");
    expect(of(day, utc(14))).toBe("0");
    expect(of(day, null)).toBe("16");
  });

  test("MA-41 what is told of no lot took nothing; without an amount per piece nobody knows", () => {
    expect(takenSince(day, [{ lotId: "C", toldUtc: null }]).get("C")).toBe("0");
    expect(of([loaded("A", 8, null), made(5, 9)], utc(7))).toBeNull();
  });

  test("MA-41 however many lots were told of at different times, each event is folded once", () => {
    const lots = [
      { lotId: "A", toldUtc: utc(7) },
      { lotId: "B", toldUtc: utc(11) },
      { lotId: "C", toldUtc: utc(12) },
    ];
    let read = 0;
    function* told() {
      for (const one of [
        loaded("A", 8),
        made(5, 9),
        loaded("B", 10),
        made(3, 11),
        loaded("C", 12),
        made(2, 13),
      ]) {
        read += 1;
        yield one;
      }
    }
    expect(Object.fromEntries(takenSince(told(), lots))).toEqual({ A: "10", B: "0", C: "4" });
    expect(read).toBe(6);
  });

  test("MA-41 a booking that is taken back after the quantity was told never adds to the lot", () => {
    const back = event(15, {
      type: "quantity.reversed",
      payload: {
        reverses: "quantity.reported-9",
        good: -5,
        scrap: 0,
        rework: 0,
        quantity: null,
        how: "correction",
      },
    });
    expect(of([loaded("A", 8), made(5, 9), back], utc(10))).toBe("0");
  });
});
