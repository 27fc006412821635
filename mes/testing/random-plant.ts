import fc from "fast-check";
import { packingStep, type RecordedPacking, recordPacking } from "./random-packing.ts";
import { counted, defect, measured, reported, reversed, started } from "./sample-events.ts";
import { createStationJournal, type EntryDraft, type StationJournal } from "./station-journal.ts";

/**
 * What one person or machine does next at a station of a random plant. Not everything is possible at the time: what a
 * station would never record is here too, since an older copy of a station might.
 */
const orderIndex = fc.nat({ max: 11 });
const pieces = fc.integer({ min: 1, max: 9 });
const movements = [
  "order.set-up-begun",
  "order.run-begun",
  "order.paused",
  "order.resumed",
  "order.held",
  "order.plan-changed",
  "order.finished",
  "finish-short",
  "order.aborted",
] as const;

const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("start" as const), isSetUp: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("move" as const), move: fc.constantFrom(...movements) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("count" as const), pieces }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("report" as const),
      as: fc.constantFrom("good" as const, "scrap" as const, "rework" as const),
      pieces,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("defect" as const),
      disposition: fc.constantFrom("scrap", "rework", "hold", "use-as-is"),
      pieces,
    }),
  },
  // More pieces than the booking has, and the same booking again, are among them.
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("reverse" as const),
      back: fc.nat({ max: 3 }),
      pieces: fc.option(pieces),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("measure" as const, "withdraw" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("load" as const, "take-off" as const, "issue" as const),
      lot: fc.nat({ max: 2 }),
      pieces,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("reverse-material" as const), back: fc.nat({ max: 2 }) }),
  },
  { weight: 6, arbitrary: packingStep },
  // Of any move, also of one that the MES refuses.
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("correct-time" as const),
      back: fc.nat({ max: 3 }),
      minutes: fc.integer({ min: -60, max: 60 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What one station does, each step on one of its orders, however many it has. */
export const randomWork = fc.record({
  authority: fc.constantFrom("machine" as const, "operator" as const),
  steps: fc.array(fc.tuple(orderIndex, step), { maxLength: 30 }),
});
export type RandomWork = typeof randomWork extends fc.Arbitrary<infer Value> ? Value : never;

interface Booked {
  readonly eventId: string;
  readonly jobOrder: string;
  readonly as: "good" | "scrap" | "rework" | null;
  readonly pieces: number;
}

interface Deed {
  readonly eventId: string;
  readonly jobOrder: string;
  readonly deed: "loaded" | "returned" | "issued";
  readonly lotId: string;
}

interface Moved {
  readonly eventId: string;
  readonly jobOrder: string;
}

interface Recording {
  readonly journal: StationJournal;
  readonly on: EntryDraft & { readonly jobOrder: string };
  readonly booked: Booked[];
  readonly measured: Booked[];
  readonly deeds: Deed[];
  readonly moves: Moved[];
  readonly packing: RecordedPacking;
  readonly lots: readonly string[];
}

export interface PlantNames {
  readonly orders: readonly string[];
  readonly lots: readonly string[];
  readonly workUnit: string;
  /** Serial reference of the first SSCC that the station gives; another for each station, as ranges never overlap. */
  readonly firstSerial: number;
}

/** The journal of a station that did this work. All orders are begun at once, so that most of it can be applied. */
export function journalOfWork(work: RandomWork, names: PlantNames): StationJournal {
  const { orders, lots, workUnit, firstSerial } = names;
  const journal = createStationJournal();
  const packing = { units: [], nextSerial: firstSerial };
  const moves = orders.map((jobOrder): Moved => {
    const payload = { ...started, countAuthority: work.authority };
    return { eventId: journal.record("order.started", payload, { jobOrder, workUnit }).eventId, jobOrder };
  });
  const kept = { booked: [], measured: [], deeds: [], moves, packing };
  work.steps.forEach(([index, one], at) => {
    const jobOrder = orders[index % orders.length] ?? "";
    const on = { jobOrder, workUnit, actor: at % 3 === 0 ? "P-1001" : "P-1002" };
    take({ journal, on, lots, ...kept }, one, work.authority);
  });
  return journal;
}

const totals = { good: 0, scrap: 0, rework: 0 };
const movePayloads: Readonly<Record<(typeof movements)[number], object>> = {
  "order.set-up-begun": {},
  "order.run-begun": {},
  "order.paused": { reasonCode: "P-SETUP" },
  "order.resumed": {},
  "order.held": { cause: "hold", reason: "Q-7" },
  "order.plan-changed": { plannedQuantity: 40, was: 600, good: 50 },
  "order.finished": { ...totals, plannedQuantity: 600 },
  "finish-short": { ...totals, plannedQuantity: 600, short: { missing: 3, reasonCode: "short-1" } },
  "order.aborted": { ...totals, missing: 3, reasonCode: "abort-1" },
};

function take(recording: Recording, one: Step, authority: "machine" | "operator"): void {
  const { journal, on, booked, moves } = recording;
  const moved = (type: string, payload: object): void => {
    moves.push({ eventId: journal.record(type, payload, on).eventId, jobOrder: on.jobOrder });
  };
  switch (one.kind) {
    case "start": {
      const phase = one.isSetUp ? { phase: "set-up" } : {};
      moved("order.started", { ...started, countAuthority: authority, ...phase });
      return;
    }
    case "move": {
      const type = one.move === "finish-short" ? "order.finished" : one.move;
      moved(type, movePayloads[one.move]);
      return;
    }
    case "count":
      journal.record("parts.counted", counted(one.pieces), on);
      return;
    case "report": {
      const { eventId } = journal.record("quantity.reported", reported({ [one.as]: one.pieces }), on);
      booked.push({ eventId, jobOrder: on.jobOrder, as: one.as, pieces: one.pieces });
      return;
    }
    case "defect": {
      const { eventId } = journal.record("defect.logged", defect(one.pieces, one.disposition), on);
      const as = one.disposition === "scrap" || one.disposition === "rework" ? one.disposition : null;
      booked.push({ eventId, jobOrder: on.jobOrder, as, pieces: one.pieces });
      return;
    }
    case "reverse":
      reverse(recording, one.back, one.pieces);
      return;
    case "measure":
    case "withdraw":
      measure(recording, one.kind);
      return;
    case "load":
    case "take-off":
    case "issue":
      material(recording, one.kind, one);
      return;
    case "reverse-material":
      reverseMaterial(recording, one.back);
      return;
    case "packing":
      recordPacking(recording, one);
      return;
    case "correct-time":
      correctTime(recording, one.back, one.minutes);
      return;
  }
}

function correctTime({ journal, on, moves }: Recording, back: number, minutes: number): void {
  const move = moves.at(-1 - back);
  if (move === undefined) return;
  const shiftMs = minutes * 60_000;
  const payload = { of: move.eventId, shiftMs, runMs: 0, setUpMs: 0, stop: null };
  journal.record("time.corrected", payload, { ...on, jobOrder: move.jobOrder });
}

function reverse({ journal, on, booked }: Recording, back: number, some: number | null): void {
  const booking = booked.at(-1 - back);
  if (booking === undefined) return;
  const delta = booking.as === null ? {} : { [booking.as]: -(some ?? booking.pieces) };
  journal.record("quantity.reversed", reversed(booking.eventId, delta, some), {
    ...on,
    jobOrder: booking.jobOrder,
  });
}

function measure({ journal, on, measured: values }: Recording, kind: "measure" | "withdraw"): void {
  if (kind === "measure") {
    const { eventId } = journal.record("measurement.recorded", measured(), on);
    values.push({ eventId, jobOrder: on.jobOrder, as: null, pieces: 1 });
    return;
  }
  const last = values.at(-1);
  if (last === undefined) return;
  const payload = { withdraws: last.eventId, characteristicId: "DIA-40" };
  journal.record("measurement.withdrawn", payload, { ...on, jobOrder: last.jobOrder });
}

function material(
  { journal, on, deeds, lots }: Recording,
  kind: "load" | "take-off" | "issue",
  { lot, pieces: quantity }: { readonly lot: number; readonly pieces: number },
): void {
  const lotId = lots[lot] ?? "";
  const about = { lotId, itemId: "RING-40", unit: "" };
  const amount = String(quantity);
  switch (kind) {
    case "load": {
      const line = {
        revision: null,
        quantityPerPiece: "1",
        backflush: true,
        atPieces: null,
        formerLotId: null,
      };
      const payload = { ...about, ...line, quantity: "200" };
      const { eventId } = journal.record("material.loaded", payload, { ...on, version: 2 });
      deeds.push({ eventId, jobOrder: on.jobOrder, deed: "loaded", lotId });
      return;
    }
    case "take-off": {
      const { eventId } = journal.record(
        "material.returned",
        { ...about, rest: amount, atPieces: quantity },
        on,
      );
      deeds.push({ eventId, jobOrder: on.jobOrder, deed: "returned", lotId });
      return;
    }
    case "issue": {
      const { eventId } = journal.record("material.issued", { ...about, quantity: amount }, on);
      deeds.push({ eventId, jobOrder: on.jobOrder, deed: "issued", lotId });
      return;
    }
  }
}

function reverseMaterial({ journal, on, deeds }: Recording, back: number): void {
  const last = deeds.at(-1 - back);
  if (last === undefined) return;
  const { eventId: reverses, deed, lotId, jobOrder } = last;
  const payload = { reverses, deed, lotId, itemId: "RING-40", quantity: "0" };
  journal.record("material.reversed", payload, { ...on, jobOrder });
}
