import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "../event.ts";
import { addAmounts, notBelowZero, subtractAmounts } from "../materials/amount.ts";
import { instantAt } from "../testing/history.ts";
import { foldGenealogy } from "./fold-genealogy.ts";
import { forwardOf } from "./lot-usage.ts";
import { TOOK_NOTHING, takenByOrders, takenSinceTold } from "./taken-since.ts";
import { stationEvent } from "./testing/station-event.ts";
import type { StationEvent } from "./work-trace.ts";

const lots = ["A", "B", "C"] as const;
const utc = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute)).toISOString();

type What = { readonly lotId: string } | { readonly good: number } | { readonly back: number };

interface Act {
  readonly stationId: string;
  readonly jobOrder: string;
  readonly what: What;
}

const act: fc.Arbitrary<Act> = fc.record({
  stationId: fc.constantFrom("S", "T"),
  jobOrder: fc.constantFrom("1", "2"),
  what: fc.oneof<fc.Arbitrary<What>[]>(
    fc.record({ lotId: fc.constantFrom(...lots) }),
    fc.record({ good: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ back: fc.nat({ max: 40 }) }),
  ),
});

function eventOf({ stationId, jobOrder, what }: Act, place: number): StationEvent {
  const at = { ...instantAt(0), atUtc: utc(place) };
  return stationEvent(factOf(what), { stationId, jobOrder, eventId: `e${place}`, at });
}

function factOf(what: What): Fact {
  if ("lotId" in what) {
    const load = { itemId: "X", quantity: "100", unit: "", revision: null, quantityPerPiece: "1.5" };
    const payload = { ...load, lotId: what.lotId, backflush: true, atPieces: null, formerLotId: null };
    return { type: "material.loaded", payload };
  }
  if ("good" in what) {
    const { good } = what;
    return {
      type: "quantity.reported",
      payload: { good, scrap: 0, rework: 0, reasonCode: null, source: "pad" },
    };
  }
  // Mostly of what is no load, or of another order: that takes nothing back.
  const taken = { deed: "loaded", itemId: "X", lotId: "A", quantity: "0" } as const;
  return { type: "material.reversed", payload: { ...taken, reverses: `e${what.back}` } };
}

/** By its definition: all that was taken, less the fold of what was told by then. */
function asDefined(events: readonly StationEvent[], lotId: string, toldUtc: string): string {
  const takenOf = (told: readonly StationEvent[]) =>
    forwardOf(foldGenealogy(told), lotId).reduce(
      (sum, { consumed }) => addAmounts(sum, consumed ?? "0"),
      "0",
    );
  const then = takenOf(events.filter(({ at }) => at.atUtc <= toldUtc));
  return notBelowZero(subtractAmounts(takenOf(events), then));
}

test("MA-41 what was taken since is the whole fold less the fold up to then, for each lot by its own time", () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 40 }),
      fc.tuple(...lots.map(() => fc.integer({ min: -1, max: 41 }))),
      (acts, told) => {
        const events = acts.map(eventOf);
        const asked = lots.map((lotId, at) => ({ lotId, toldUtc: utc(told[at] ?? 0) }));
        const expected = asked.map(({ lotId, toldUtc }) => [lotId, asDefined(events, lotId, toldUtc)]);
        const orders = [...takenByOrders(events, asked).values()];
        const sum = (lotId: string) => takenSinceTold(orders.map((one) => one.get(lotId) ?? TOOK_NOTHING));
        expect(lots.map((lotId) => [lotId, sum(lotId)])).toEqual(expected);
      },
    ),
  );
});
