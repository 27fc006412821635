import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { producedQuantity } from "../orders/job-order-progress.ts";
import { restOf } from "./judge-lot.ts";
import type { Lot } from "./lot.ts";
import { isBackflushed, type MaterialLine } from "./material-line.ts";
import { loadedMark, loadKey } from "./material-load.ts";

export interface LoadIntent {
  readonly jobOrderId: string;
  readonly lot: Lot;
  readonly line: MaterialLine;
}

/** The event of a lot going onto the machine, with all that a fold must know later. */
export function loadDraft(known: Known, { jobOrderId, lot, line }: LoadIntent): Draft {
  const former = loadedMark(known.state.load.get(loadKey(jobOrderId, line.itemId)));
  return {
    type: "material.loaded",
    jobOrder: jobOrderId,
    payload: {
      lotId: lot.lotId,
      itemId: line.itemId,
      quantity: restOf(known, lot),
      unit: line.unit ?? lot.unit ?? "",
      revision: lot.revision ?? null,
      quantityPerPiece: line.quantityPerPiece ?? null,
      backflush: isBackflushed(line),
      atPieces: piecesNow(known, jobOrderId),
      formerLotId: former?.lotId ?? null,
    },
  };
}

/** Pieces of the order made at this station so far, scrap and rework included. */
export function piecesNow({ state }: Known, jobOrderId: string): number {
  const progress = state.jobOrder.get(jobOrderId);
  return progress === undefined ? 0 : producedQuantity(progress);
}
