import type { RecordedEvent } from "../event.ts";
import { producedQuantity } from "../orders/job-order-progress.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { afterRollback, spaceOf, withGiven } from "./given-ssccs.ts";
import {
  KEPT_SERIALS,
  KEPT_UNITS,
  type Packing,
  type PackingUnit,
  type SerialPiece,
  serialKey,
} from "./packing-unit.ts";

type Changes = readonly RowChange[];
const NOTHING: Changes = [];

/** Units and what is in them, pieces by number, and which SSCCs were given. */
export function evolvePacking(state: StationState, event: RecordedEvent): Changes {
  switch (event.type) {
    case "unit.opened":
      return event.jobOrder === null ? NOTHING : opened(state, { ...event, jobOrder: event.jobOrder });
    case "unit.packed":
      return event.jobOrder === null ? NOTHING : packed(state, { ...event, jobOrder: event.jobOrder });
    case "unit.unpacked":
      return unpacked(state, event);
    case "unit.closed":
      return closed(state, event);
    case "unit.reopened":
      return changedUnit(state, event.payload.unitId, reopened);
    case "label.printed":
      return changedUnit(state, event.payload.unitId, (unit) => ({ ...unit, labels: unit.labels + 1 }));
    case "piece.identified":
      return identified(state, event, event.payload);
    case "quantity.reported":
      return event.payload.piece === undefined ? NOTHING : identified(state, event, event.payload.piece);
    case "quantity.reversed":
      return freed(state, event.payload.reverses);
    case "order.finished":
    case "order.aborted":
      return forgotten(state);
    case "epoch.opened":
      return event.payload.cause === "first-start" ? NOTHING : rolledBack(state);
    default:
      return NOTHING;
  }
}

type OfOrder<Type extends RecordedEvent["type"]> = Extract<RecordedEvent, { type: Type }> & {
  readonly jobOrder: string;
};

function unitRow(unit: PackingUnit): RowChange {
  return { area: "unit", id: unit.unitId, row: unit };
}

function changedUnit(
  state: StationState,
  unitId: string,
  change: (unit: PackingUnit) => PackingUnit,
): Changes {
  const unit = state.unit.get(unitId);
  return unit === undefined ? NOTHING : [unitRow(change(unit))];
}

function opened(state: StationState, event: OfOrder<"unit.opened">): Changes {
  const { kind, itemId, itemName, gtin, customer } = event.payload;
  const unit: PackingUnit = {
    unitId: event.eventId,
    kind,
    jobOrderId: event.jobOrder,
    itemId,
    itemName,
    gtin,
    customer,
    packings: [],
    takenOut: null,
    insideOf: null,
    sscc: null,
    openedUtc: event.at.atUtc,
    closedUtc: null,
    closingId: null,
    voidSsccs: [],
    lotId: null,
    labels: 0,
    turn: nextTurn(state.unit),
  };
  return [unitRow(unit), ...longClosed(state)];
}

/** A unit that stands in an open one stays at hand, because it can still be taken out. */
function longClosed(state: StationState): Changes {
  const closedUnits = [...state.unit.values()].filter(({ sscc, insideOf }) => {
    const outer = insideOf === null ? undefined : state.unit.get(insideOf);
    return sscc !== null && (outer === undefined || outer.sscc !== null);
  });
  return closedUnits
    .toSorted(byTurn)
    .slice(0, Math.max(0, closedUnits.length - KEPT_UNITS))
    .map(({ unitId }) => ({ area: "unit", id: unitId, row: null }));
}

function packed(state: StationState, event: OfOrder<"unit.packed">): Changes {
  const { unitId, quantity, serials, child } = event.payload;
  const unit = state.unit.get(unitId);
  if (unit === undefined) return NOTHING;
  const packing: Packing = { eventId: event.eventId, jobOrderId: event.jobOrder, quantity, serials, child };
  return [
    unitRow({ ...unit, packings: [...unit.packings, packing], takenOut: null }),
    ...(child === null
      ? [...piecesRow(state, event.jobOrder, quantity), ...serialRows(state, { unit, serials }, unitId)]
      : changedUnit(state, child.unitId, (inner) => ({ ...inner, insideOf: unitId }))),
  ];
}

function unpacked(
  state: StationState,
  { eventId: outId, actor: personId, payload }: Extract<RecordedEvent, { type: "unit.unpacked" }>,
): Changes {
  const unit = state.unit.get(payload.unitId);
  const packing = unit?.packings.find(({ eventId }) => eventId === payload.unpacks);
  if (unit === undefined || packing === undefined) return NOTHING;
  const { child, serials, quantity, jobOrderId } = packing;
  const takenOut = { eventId: outId, personId, packing };
  return [
    unitRow({ ...unit, packings: unit.packings.filter((other) => other !== packing), takenOut }),
    ...(child === null
      ? [...piecesRow(state, jobOrderId, -quantity), ...serialRows(state, { unit, serials }, null)]
      : changedUnit(state, child.unitId, (inner) => ({ ...inner, insideOf: null }))),
  ];
}

/** Of an order whose figures are in the journal alone there is no row: a box with its pieces may be opened again. */
function piecesRow(state: StationState, jobOrderId: string, delta: number): Changes {
  if (!state.jobOrder.has(jobOrderId)) return NOTHING;
  const quantity = (state.packedPieces.get(jobOrderId)?.quantity ?? 0) + delta;
  return [{ area: "packedPieces", id: jobOrderId, row: { jobOrderId, quantity } }];
}

function serialRows(
  state: StationState,
  of: { readonly unit: PackingUnit; readonly serials: readonly string[] },
  unitId: string | null,
): Changes {
  return of.serials.flatMap((serial) => {
    const id = serialKey(of.unit.itemId, serial);
    const row = state.serial.get(id);
    return row === undefined ? [] : [{ area: "serial", id, row: { ...row, unitId } } as const];
  });
}

function closed(state: StationState, event: Extract<RecordedEvent, { type: "unit.closed" }>): Changes {
  const { unitId, sscc, serialReference, contents } = event.payload;
  const space = spaceOf(event.payload);
  const given = state.givenSsccs.get(space) ?? { space, spans: [] };
  const lots = new Set(contents.map(({ lotId }) => lotId));
  const [lotId = null] = lots.size === 1 ? lots : [];
  const { eventId: closingId } = event;
  const atEnd = { sscc, lotId, closingId, closedUtc: event.at.atUtc, turn: nextTurn(state.unit) };
  return [
    ...changedUnit(state, unitId, (unit) => ({ ...unit, ...atEnd, takenOut: null })),
    { area: "givenSsccs", id: space, row: withGiven(given, serialReference, serialReference) },
  ];
}

/** As before its closing, but that the number it had stays with it as void. */
function reopened(unit: PackingUnit): PackingUnit {
  const { sscc, voidSsccs } = unit;
  if (sscc === null) return unit;
  const open = { sscc: null, closedUtc: null, closingId: null, lotId: null, labels: 0 };
  return { ...unit, ...open, voidSsccs: [...voidSsccs, sscc] };
}

function identified(
  state: StationState,
  event: RecordedEvent,
  { itemId, serial }: { readonly itemId: string; readonly serial: string },
): Changes {
  const progress = event.jobOrder === null ? undefined : state.jobOrder.get(event.jobOrder);
  const id = serialKey(itemId, serial);
  if (progress === undefined || state.serial.has(id)) return NOTHING;
  const isBooking = event.type === "quantity.reported";
  const row: SerialPiece = {
    serial,
    itemId,
    jobOrderId: progress.jobOrderId,
    eventId: event.eventId,
    piece: producedQuantity(progress) + (isBooking ? 1 : 0),
    atUtc: event.at.atUtc,
    personId: event.actor,
    unitId: null,
    turn: nextTurn(state.serial),
  };
  return [{ area: "serial", id, row }, ...oldestSerial(state)];
}

function oldestSerial(state: StationState): Changes {
  if (state.serial.size < KEPT_SERIALS) return NOTHING;
  const [first, ...others] = state.serial;
  if (first === undefined) return NOTHING;
  const oldest = others.reduce((least, entry) => (entry[1].turn < least[1].turn ? entry : least), first);
  return [{ area: "serial", id: oldest[0], row: null }];
}

/** A booking taken back: the number may be booked again. */
function freed(state: StationState, eventId: string): Changes {
  for (const [id, row] of state.serial) {
    if (row.eventId === eventId) return [{ area: "serial", id, row: null }];
  }
  return NOTHING;
}

/** Of an order whose figures are in the journal alone nothing can be packed any more. */
function forgotten(state: StationState): Changes {
  return [...state.packedPieces.keys()]
    .filter((jobOrderId) => !state.jobOrder.has(jobOrderId))
    .map((id) => ({ area: "packedPieces", id, row: null }));
}

function rolledBack(state: StationState): Changes {
  return afterRollback(state.givenSsccs).map((row) => ({ area: "givenSsccs", id: row.space, row }));
}
