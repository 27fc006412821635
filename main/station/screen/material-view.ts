import type { MasterData } from "../../../shared/domain/master-data.ts";
import { isMore, piecesOfAmount } from "../../../shared/domain/materials/amount.ts";
import { type Lot, lotHold } from "../../../shared/domain/materials/lot.ts";
import { leftIn, lotSegments } from "../../../shared/domain/materials/lot-segments.ts";
import type { MaterialLine } from "../../../shared/domain/materials/material-line.ts";
import { loadedMark, loadKey, type MaterialLoad } from "../../../shared/domain/materials/material-load.ts";
import { activeOrder } from "../../../shared/domain/orders/active-order.ts";
import { producedQuantity } from "../../../shared/domain/orders/job-order-progress.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { ActiveOrderView, MaterialRow } from "../../../shared/screen/screen-model.ts";

const DAY_MS = 86_400_000;
/** A lot that lasts no longer than this at the present pace must be fetched now. */
const RUNS_OUT_MS = 15 * 60_000;

export interface Pace {
  readonly nowUtc: string;
  /** The active order with its pace; null: none. */
  readonly order: ActiveOrderView | null;
}

/** What the active order needs, what of it is loaded, how much is left of it and how long that lasts. */
export function materialsView(state: StationState, master: MasterData, pace: Pace): readonly MaterialRow[] {
  const active = activeOrder(state);
  if (active === undefined) return [];
  const needed = master["job-order"].get(active.jobOrderId)?.materials ?? [];
  const produced = producedQuantity(active);
  return needed.map((line) => {
    const load = state.load.get(loadKey(active.jobOrderId, line.itemId));
    return materialRow({ line, load, produced, master, pace });
  });
}

interface RowSources {
  readonly line: MaterialLine;
  readonly load: MaterialLoad | undefined;
  readonly produced: number;
  readonly master: MasterData;
  readonly pace: Pace;
}

function materialRow({ line, load, produced, master, pace }: RowSources): MaterialRow {
  const mark = loadedMark(load);
  const base = {
    itemId: line.itemId,
    itemName: line.name,
    location: line.location,
    unit: load?.unit ?? line.unit ?? "",
  };
  const nothing = { lotId: null, loadEventId: null, left: null, leftPieces: null, emptyAboutUtc: null };
  if (load === undefined || mark === undefined) {
    return { ...base, ...nothing, expiresUtc: null, state: "to-scan" };
  }
  const segment = lotSegments(load.marks, produced).at(-1);
  const left = segment === undefined ? null : leftIn(segment, load);
  const leftPieces = piecesLeft(load, left);
  const emptyAboutUtc = emptyAbout(leftPieces, pace);
  const lot = master.lot.get(mark.lotId);
  const expiresUtc = lot?.expiresUtc ?? null;
  const row = { lotId: mark.lotId, loadEventId: mark.eventId, left, leftPieces, emptyAboutUtc, expiresUtc };
  return { ...base, ...row, left: left ?? mark.quantity, state: isHeld(lot) ? "held" : stateOf(row, pace) };
}

/** Held while it is on the machine: the pieces go on being its own, and somebody must take it off (CF-4). */
function isHeld(lot: Lot | undefined): boolean {
  return lot !== undefined && lotHold(lot) !== null;
}

function piecesLeft({ quantityPerPiece, backflush }: MaterialLoad, left: string | null): number | null {
  if (quantityPerPiece === null || left === null || !backflush) return null;
  return piecesOfAmount(left, quantityPerPiece);
}

function emptyAbout(leftPieces: number | null, { nowUtc, order }: Pace): string | null {
  const seconds = order?.secondsPerPiece ?? order?.plannedSecondsPerPiece ?? null;
  if (leftPieces === null || seconds === null || order?.state !== "running") return null;
  return new Date(Date.parse(nowUtc) + leftPieces * seconds * 1000).toISOString();
}

type RowFigures = Pick<MaterialRow, "left" | "leftPieces" | "emptyAboutUtc" | "expiresUtc">;

function stateOf(row: RowFigures, { nowUtc, order }: Pace): MaterialRow["state"] {
  const isEmpty = row.leftPieces === 0 || (row.left !== null && !isMore(row.left, "0"));
  if (isEmpty) return "empty";
  const toMake = order === null ? 0 : order.remaining;
  const isShort = row.leftPieces !== null && row.leftPieces < toMake;
  if (isShort && row.emptyAboutUtc !== null && msUntil(row.emptyAboutUtc, nowUtc) <= RUNS_OUT_MS) {
    return "runs-out";
  }
  const expires = row.expiresUtc !== null && msUntil(row.expiresUtc, nowUtc) < DAY_MS;
  return expires ? "expires-today" : "loaded";
}

function msUntil(utc: string, nowUtc: string): number {
  return Date.parse(utc) - Date.parse(nowUtc);
}
