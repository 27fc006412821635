import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { activeOrder } from "../orders/active-order.ts";
import { decideGood, machineCounts } from "../orders/decide-quantity.ts";
import type { JobOrder } from "../orders/job-order.ts";
import { type JobOrderProgress, producedQuantity } from "../orders/job-order-progress.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { nobodyMayScan, type ScanContext, type ScanDecision, scanDecision } from "../scan-decision.ts";
import { decidePack } from "./decide-packing.ts";
import { unitForPieces } from "./open-unit.ts";
import { type SerialPiece, serialKey } from "./packing-unit.ts";
import { refusedPacking } from "./refused-packing.ts";

export interface ScannedSerial {
  readonly serial: string;
  readonly gtin: string | null;
}

/** A piece by its number: the first scan books it good and, where a unit is open, packs it; no later one counts it again. */
export function decideSerialScan(known: Known, scanned: ScannedSerial, context: ScanContext): ScanDecision {
  const piece = knownPiece(known, scanned);
  return piece === undefined ? newPiece(known, scanned, context) : pieceAgain(known, piece, context);
}

/** Of the item that is worked here first: another item may well use the same numbers. */
function knownPiece(known: Known, { serial, gtin }: ScannedSerial): SerialPiece | undefined {
  const item = orderHere(known)?.order.item;
  if (item !== undefined && (gtin === null || item.gtin === gtin)) {
    const here = known.state.serial.get(serialKey(item.itemId, serial));
    if (here !== undefined) return here;
    // A house number says nothing of the item; on this order it is a piece of this order.
    if (gtin === null) return undefined;
  }
  return [...known.state.serial.values()].find(
    (piece) => piece.serial === serial && (gtin === null || gtinOf(known, piece) === gtin),
  );
}

function gtinOf({ master }: Known, { jobOrderId }: SerialPiece): string | null {
  return master["job-order"].get(jobOrderId)?.item.gtin ?? null;
}

function orderHere({ state, master }: Known): { order: JobOrder; progress: JobOrderProgress } | undefined {
  const progress = activeOrder(state);
  const order = progress === undefined ? undefined : master["job-order"].get(progress.jobOrderId);
  return progress === undefined || order === undefined ? undefined : { order, progress };
}

function pieceAgain(known: Known, piece: SerialPiece, context: ScanContext): ScanDecision {
  const { serial, jobOrderId, unitId, atUtc } = piece;
  const sscc = unitId === null ? "" : (known.state.unit.get(unitId)?.sscc ?? "");
  const details = { serial, order: jobOrderId, piece: String(piece.piece), atUtc, sscc };
  const holder = known.state.unit.get(unitId ?? "");
  const packing = holder?.packings.find(({ serials }) => serials.includes(serial));
  if (holder !== undefined && holder.sscc === null && packing !== undefined) {
    const where = { unitId: holder.unitId, packedEventId: packing.eventId };
    return scanDecision("duplicate", "piece-in-unit", { details: { ...details, ...where } });
  }
  const unit = unitForPieces(known.state);
  if (unit === undefined || unitId !== null) {
    const isHere = activeOrder(known.state)?.jobOrderId === jobOrderId || unit?.unitId === unitId;
    return isHere
      ? scanDecision("duplicate", "piece-known", { details })
      : scanDecision("shown", "piece-shown", { details });
  }
  if (!context.personActive) return nobodyMayScan(known, details);
  const packed = decidePack(known, { unitId: unit.unitId, jobOrderId, quantity: 1, serials: [serial] });
  if (!packed.ok) return refusedPacking(packed.refusal, details);
  return scanDecision("done", "piece-packed", { details, drafts: packed.value });
}

function newPiece(known: Known, { serial, gtin }: ScannedSerial, context: ScanContext): ScanDecision {
  const here = orderHere(known);
  if (here === undefined) return scanDecision("unknown", "piece-unknown", { details: { serial } });
  const { order, progress } = here;
  const details = { serial, order: order.jobOrderId, item: order.item.name };
  if (!context.personActive) return nobodyMayScan(known, details);
  if (gtin !== null && gtin !== order.item.gtin) {
    return scanDecision("wrong", "pack-foreign-item", {
      details: { ...details, item: gtin, needed: order.item.name },
    });
  }
  const booked = bookPiece(known, { order, progress }, serial);
  if (!booked.ok) return refusedPacking(booked.refusal, details);
  const unit = unitForPieces(known.state);
  if (unit === undefined) return scanDecision("done", "piece-booked", { details, drafts: booked.value });
  const justMade = booked.value[0]?.type === "quantity.reported" ? 1 : 0;
  const pieces = {
    unitId: unit.unitId,
    jobOrderId: order.jobOrderId,
    quantity: 1,
    serials: [serial],
    justMade,
  };
  const packed = decidePack(known, pieces);
  if (!packed.ok) return refusedPacking(packed.refusal, details);
  return scanDecision("done", "piece-packed", { details, drafts: [...booked.value, ...packed.value] });
}

/** Counted by its scan; where a machine or a counter counts, it is only given its number. */
function bookPiece(
  known: Known,
  { order, progress }: { readonly order: JobOrder; readonly progress: JobOrderProgress },
  serial: string,
): Result<readonly Draft[], Refusal> {
  const piece = { itemId: order.item.itemId, serial };
  if (!machineCounts(progress) && !known.state.reading.has(order.jobOrderId)) {
    const good = decideGood(known.state, known.master, { quantity: 1, source: "scan", confirmed: true });
    if (!good.ok) return good;
    return accept(good.value.map((draft) => withPiece(draft, piece)));
  }
  const named = [...known.state.serial.values()].filter((one) => one.jobOrderId === order.jobOrderId).length;
  if (named >= producedQuantity(progress)) {
    return refuse(refusal("more-than-good", { left: "0", order: order.jobOrderId }));
  }
  return accept([{ type: "piece.identified", jobOrder: order.jobOrderId, payload: piece }]);
}

function withPiece(draft: Draft, piece: { readonly itemId: string; readonly serial: string }): Draft {
  return draft.type === "quantity.reported" ? { ...draft, payload: { ...draft.payload, piece } } : draft;
}
