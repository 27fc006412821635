import fc from "fast-check";
import { ssccOf } from "../../shared/domain/packing/sscc-range.ts";
import type { EntryDraft, StationJournal } from "./station-journal.ts";

const space = { extensionDigit: 3, companyPrefix: "4012345" };

/** What is done with boxes and pallets next; `back` counts units, or packings of one, from the newest. */
export const packingStep = fc.record({
  kind: fc.constant("packing" as const),
  deed: fc.constantFrom(
    "box",
    "pallet",
    "pack",
    "pack",
    "onto",
    "unpack",
    "close",
    "close",
    "reopen",
    "print",
  ),
  back: fc.nat({ max: 2 }),
  pieces: fc.integer({ min: 1, max: 9 }),
});
export type PackingStep = typeof packingStep extends fc.Arbitrary<infer Value> ? Value : never;

interface RecordedUnit {
  readonly unitId: string;
  readonly jobOrder: string;
  readonly packings: { readonly eventId: string; readonly jobOrder: string; readonly payload: object }[];
  closing: { readonly eventId: string; readonly sscc: string } | null;
}

/** Units of one station while its journal is made. */
export interface RecordedPacking {
  readonly units: RecordedUnit[];
  /** Serial reference of the next SSCC. */
  nextSerial: number;
}

interface Recording {
  readonly journal: StationJournal;
  readonly on: EntryDraft & { readonly jobOrder: string };
  readonly packing: RecordedPacking;
}

/** Records the step; nothing where there is no unit it could be about. */
export function recordPacking(recording: Recording, { deed, back, pieces }: PackingStep): void {
  const { journal, on, packing } = recording;
  const unit = packing.units.at(-1 - back);
  switch (deed) {
    case "box":
    case "pallet": {
      const { eventId: unitId } = journal.record("unit.opened", opening(deed), on);
      packing.units.push({ unitId, jobOrder: on.jobOrder, packings: [], closing: null });
      return;
    }
    case "pack":
      if (unit !== undefined) pack(recording, unit, { jobOrder: on.jobOrder, quantity: pieces, child: null });
      return;
    case "onto":
      onto(recording, unit, packing.units.at(-1));
      return;
    default:
      if (unit !== undefined) about(recording, unit, deed);
  }
}

function opening(kind: "box" | "pallet"): object {
  return { kind, itemId: "RING-22", itemName: "Ring 22", gtin: null, customer: null };
}

interface Packed {
  readonly jobOrder: string;
  readonly quantity: number;
  readonly child: { readonly unitId: string; readonly sscc: string } | null;
}

function pack({ journal, on }: Recording, unit: RecordedUnit, { jobOrder, quantity, child }: Packed): void {
  const payload = { unitId: unit.unitId, quantity, serials: [], child };
  const { eventId } = journal.record("unit.packed", payload, { ...on, jobOrder });
  unit.packings.push({ eventId, jobOrder, payload });
}

function onto(recording: Recording, inner: RecordedUnit | undefined, outer: RecordedUnit | undefined): void {
  if (inner === undefined || outer === undefined || inner === outer || inner.closing === null) return;
  const child = { unitId: inner.unitId, sscc: inner.closing.sscc };
  pack(recording, outer, { jobOrder: inner.jobOrder, quantity: 1, child });
}

function about(
  { journal, on, packing }: Recording,
  unit: RecordedUnit,
  deed: "unpack" | "close" | "reopen" | "print",
): void {
  const { unitId, jobOrder, closing } = unit;
  const own = { ...on, jobOrder };
  if (deed === "unpack") {
    const last = unit.packings.pop();
    if (last === undefined) return;
    const payload = { ...last.payload, unpacks: last.eventId };
    journal.record("unit.unpacked", payload, { ...on, jobOrder: last.jobOrder });
  } else if (deed === "close" && closing === null) {
    const serialReference = packing.nextSerial;
    packing.nextSerial += 1;
    const sscc = ssccOf(space, serialReference);
    const payload = { unitId, sscc, ...space, serialReference, quantity: 1, contents: [], children: [] };
    unit.closing = { eventId: journal.record("unit.closed", payload, own).eventId, sscc };
  } else if (deed === "reopen" && closing !== null) {
    const payload = { unitId, reopens: closing.eventId, sscc: closing.sscc, reasonCode: "B-COUNT" };
    journal.record("unit.reopened", payload, own);
    unit.closing = null;
  } else if (deed === "print" && closing !== null) {
    journal.record("label.printed", { unitId, sscc: closing.sscc, copy: 1, target: "folder" }, own);
  }
}
