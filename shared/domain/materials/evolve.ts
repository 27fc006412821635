import type { RecordedEvent } from "../event.ts";
import { producedQuantity } from "../orders/job-order-progress.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { nextTurn } from "../turn.ts";
import { reversedPieces, shiftedMarks } from "./boundary-shift.ts";
import { type LotSegment, leftIn, lotSegments } from "./lot-segments.ts";
import { KEPT_LOT_RESTS, type LotMark, loadedMark, loadKey, type MaterialLoad } from "./material-load.ts";

type OfOrder = RecordedEvent & { readonly jobOrder: string };

/** What is loaded for each open order, and what is left in the lots that were taken off again. */
export function evolveMaterials(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.jobOrder === null) return [];
  const ofOrder = { ...event, jobOrder: event.jobOrder };
  switch (event.type) {
    case "material.loaded":
    case "material.returned":
      return marked(state, ofOrder);
    case "material.issued":
      return issued(state, ofOrder);
    case "material.reversed":
      return reversed(state, event.jobOrder, event);
    case "quantity.reversed":
      return takenBack(state, ofOrder);
    case "order.finished":
    case "order.aborted":
      return ended(state, event.jobOrder);
    default:
      return [];
  }
}

function row(load: MaterialLoad): RowChange {
  return { area: "load", id: loadKey(load.jobOrderId, load.itemId), row: load };
}

function loadsOf(state: StationState, jobOrderId: string): readonly MaterialLoad[] {
  return [...state.load.values()].filter((load) => load.jobOrderId === jobOrderId);
}

function producedNow(state: StationState, jobOrderId: string): number {
  const progress = state.jobOrder.get(jobOrderId);
  return progress === undefined ? 0 : producedQuantity(progress);
}

function marked(state: StationState, event: OfOrder): readonly RowChange[] {
  if (event.type !== "material.loaded" && event.type !== "material.returned") return [];
  const { lotId, itemId, unit } = event.payload;
  const before = state.load.get(loadKey(event.jobOrder, itemId));
  const isLoad = event.type === "material.loaded";
  const mark: LotMark = {
    eventId: event.eventId,
    kind: isLoad ? "loaded" : "returned",
    lotId,
    // Counted here and not read from the event: version 1 did not say it, and the fold must not depend on the writer.
    atPieces: producedNow(state, event.jobOrder),
    quantity: isLoad ? event.payload.quantity : event.payload.rest,
    atUtc: event.at.atUtc,
    personId: event.actor,
    bookingTurn: nextTurn(state.booking) - 1,
  };
  const line = isLoad ? event.payload : { quantityPerPiece: null, backflush: false, ...before };
  const load: MaterialLoad = {
    jobOrderId: event.jobOrder,
    itemId,
    unit,
    quantityPerPiece: line.quantityPerPiece,
    backflush: line.backflush,
    marks: [...(before?.marks ?? []), mark],
    issues: before?.issues ?? [],
  };
  return [row(load), ...restOfFormer(state, load)];
}

/** What the lot before the newest mark still holds: the next order may load it again. */
function restOfFormer(state: StationState, load: MaterialLoad): readonly RowChange[] {
  const former = load.marks.at(-2);
  if (former?.kind !== "loaded") return [];
  const segment = lotSegments(load.marks, 0).find(({ loadEventId }) => loadEventId === former.eventId);
  return segment === undefined ? [] : restRows(state, [{ segment, load }]);
}

function issued(state: StationState, event: OfOrder): readonly RowChange[] {
  if (event.type !== "material.issued") return [];
  const load = state.load.get(loadKey(event.jobOrder, event.payload.itemId));
  const mark = load?.marks.findLast(({ kind, lotId }) => kind === "loaded" && lotId === event.payload.lotId);
  if (load === undefined || mark === undefined) return [];
  const issue = { eventId: event.eventId, loadEventId: mark.eventId, quantity: event.payload.quantity };
  return [row({ ...load, issues: [...load.issues, issue] })];
}

function reversed(state: StationState, jobOrderId: string, event: RecordedEvent): readonly RowChange[] {
  if (event.type !== "material.reversed") return [];
  const load = state.load.get(loadKey(jobOrderId, event.payload.itemId));
  if (load === undefined) return [];
  const { reverses } = event.payload;
  const marks = load.marks.filter(({ eventId }) => eventId !== reverses);
  const issues = load.issues.filter(({ eventId, loadEventId }) => ![eventId, loadEventId].includes(reverses));
  if (marks.length > 0) return [row({ ...load, marks, issues })];
  return [{ area: "load", id: loadKey(jobOrderId, load.itemId), row: null }];
}

/** Pieces that were taken back leave the lot in which they were booked, also when another one is loaded by now. */
function takenBack(state: StationState, event: OfOrder): readonly RowChange[] {
  if (event.type !== "quantity.reversed") return [];
  const booking = state.booking.get(event.payload.reverses);
  const progress = state.jobOrder.get(event.jobOrder);
  if (booking === undefined || progress === undefined) return [];
  const pieces = reversedPieces(progress.countAuthority, event.payload);
  if (pieces === 0) return [];
  return loadsOf(state, event.jobOrder)
    .filter(({ marks }) => marks.some(({ bookingTurn }) => bookingTurn >= booking.turn))
    .map((load) => row({ ...load, marks: shiftedMarks(load.marks, booking.turn, pieces) }));
}

/** The rows of an order go when it ends; what is left in its lots stays known. */
function ended(state: StationState, jobOrderId: string): readonly RowChange[] {
  const loads = loadsOf(state, jobOrderId);
  const produced = producedNow(state, jobOrderId);
  const open = loads.flatMap((load) => {
    const segment = lotSegments(load.marks, produced).at(-1);
    return segment === undefined || loadedMark(load) === undefined ? [] : [{ segment, load }];
  });
  const gone = loads.map(({ itemId }) => loadKey(jobOrderId, itemId));
  return [...gone.map((id) => ({ area: "load", id, row: null }) as const), ...restRows(state, open)];
}

interface ClosedSegment {
  readonly segment: LotSegment;
  readonly load: MaterialLoad;
}

function restRows(state: StationState, closed: readonly ClosedSegment[]): readonly RowChange[] {
  const turn = nextTurn(state.lotRest);
  const rests = closed.flatMap(({ segment, load }, index) => {
    const rest = leftIn(segment, load);
    return rest === null ? [] : [{ lotId: segment.lotId, rest, turn: turn + index }];
  });
  const kept = [...state.lotRest.values()].filter(({ lotId }) => !rests.some((rest) => rest.lotId === lotId));
  const surplus = Math.max(0, kept.length + rests.length - KEPT_LOT_RESTS);
  const old = kept.toSorted((left, right) => left.turn - right.turn).slice(0, surplus);
  return [
    ...rests.map((rest) => ({ area: "lotRest", id: rest.lotId, row: rest }) as const),
    ...old.map(({ lotId }) => ({ area: "lotRest", id: lotId, row: null }) as const),
  ];
}
