import type { Known } from "../../../shared/domain/known.ts";
import { activeOrder } from "../../../shared/domain/orders/active-order.ts";
import { contentHold } from "../../../shared/domain/packing/content-hold.ts";
import type { UnitKind } from "../../../shared/domain/packing/events.ts";
import { openUnit } from "../../../shared/domain/packing/open-unit.ts";
import {
  isDivisible,
  type Packing,
  type PackingUnit,
  piecesIn,
} from "../../../shared/domain/packing/packing-unit.ts";
import { unpackedGood } from "../../../shared/domain/packing/unpacked-good.ts";
import { byTurn } from "../../../shared/domain/turn.ts";
import type { LabelSize } from "../../../shared/screen/label/label-layout.ts";
import type { LabelView } from "../../../shared/screen/label/label-view.ts";
import type {
  ClosedUnitView,
  OpenUnitView,
  PackingRow,
  PackingView,
} from "../../../shared/screen/packing-view.ts";
import type { StationMemory } from "../work/memory.ts";

/** On a list that a person leafs through. */
const MOST_PACKINGS = 96;

export interface PackingSources {
  readonly memory: Pick<StationMemory, "labels" | "shownUnit">;
  readonly label: {
    readonly size: LabelSize;
    readonly of: (unit: PackingUnit, copy: number) => LabelView | null;
  };
}

export function packingView(known: Known, from: PackingSources): PackingView {
  const active = activeOrder(known.state);
  const closed = closedUnit(known, from.memory.shownUnit);
  return {
    loose: active === undefined ? 0 : unpackedGood(known.state, active.jobOrderId),
    box: openView(known, "box"),
    pallet: openView(known, "pallet"),
    last: closed === undefined ? null : closedView(closed, from),
  };
}

/** The one whose label was scanned, as long as it is closed; else the one closed last. */
function closedUnit({ state }: Known, shownUnit: string | null): PackingUnit | undefined {
  const shown = state.unit.get(shownUnit ?? "");
  if (shown !== undefined && shown.sscc !== null) return shown;
  return [...state.unit.values()]
    .filter(({ sscc }) => sscc !== null)
    .toSorted(byTurn)
    .at(-1);
}

function openView(known: Known, kind: UnitKind): OpenUnitView | null {
  const unit = openUnit(known.state, kind);
  if (unit === undefined) return null;
  return {
    unitId: unit.unitId,
    itemName: unit.itemName,
    customerName: unit.customer?.name ?? null,
    pieces: piecesIn(unit),
    boxes: unit.packings.filter(({ child }) => child !== null).length,
    toFill: toFill(known, unit),
    packings: unit.packings.slice(-MOST_PACKINGS).map(packingRow).toReversed(),
    voidSscc: unit.voidSsccs.at(-1) ?? null,
    hold: contentHold(known, unit)?.why ?? null,
  };
}

function packingRow(packing: Packing): PackingRow {
  const { eventId: packedEventId, jobOrderId, quantity, serials, child } = packing;
  const [serial = null] = serials.length === 1 ? serials : [];
  const sscc = child?.sscc ?? null;
  return { packedEventId, jobOrderId, quantity, serial, sscc, isDivisible: isDivisible(packing) };
}

/** A whole box, or what is missing to it, or what is there. */
function toFill({ state, master }: Known, unit: PackingUnit): number | null {
  const active = activeOrder(state);
  const order = active === undefined ? undefined : master["job-order"].get(active.jobOrderId);
  const boxQuantity = order?.boxQuantity ?? null;
  if (order === undefined || boxQuantity === null || unit.kind !== "box") return null;
  const room = Math.max(0, boxQuantity - piecesIn(unit));
  return Math.min(room, unpackedGood(state, order.jobOrderId));
}

function closedView(unit: PackingUnit, { memory, label }: PackingSources): ClosedUnitView {
  // A unit that was opened again and closed has had no label with its new number yet.
  const job = unit.labels === 0 ? undefined : memory.labels.get(unit.unitId);
  return {
    unitId: unit.unitId,
    kind: unit.kind,
    sscc: unit.sscc ?? "",
    isOnPallet: unit.insideOf !== null,
    labels: unit.labels,
    label: label.of(unit, Math.max(1, unit.labels)),
    size: label.size,
    job: job === undefined ? null : { why: "", ...job },
  };
}
