import { reversedPieces, shiftedMarks } from "../materials/boundary-shift.ts";
import type { LotMark } from "../materials/material-load.ts";
import type { StationEvent, TracedLine, WorkTrace } from "./work-trace.ts";

/** The lots of an order after one more event. @param pieces made before it */
export function foldMaterial(trace: WorkTrace, event: StationEvent, pieces: number): WorkTrace {
  switch (event.type) {
    case "material.loaded":
      return withLine(trace, {
        ...lineOf(trace, event.payload.itemId),
        unit: event.payload.unit,
        quantityPerPiece: event.payload.quantityPerPiece,
        backflush: event.payload.backflush,
        marks: [
          ...lineOf(trace, event.payload.itemId).marks,
          markOf(trace, event, { kind: "loaded", pieces, ...event.payload }),
        ],
      });
    case "material.returned":
      return withLine(trace, {
        ...lineOf(trace, event.payload.itemId),
        marks: [
          ...lineOf(trace, event.payload.itemId).marks,
          markOf(trace, event, {
            kind: "returned",
            pieces,
            lotId: event.payload.lotId,
            quantity: event.payload.rest,
          }),
        ],
      });
    case "material.issued":
      return issued(trace, event);
    case "material.reversed":
      return reversed(trace, event);
    case "material.overridden": {
      const { lotId, rule, reasonCode } = event.payload;
      const made = { lotId, rule, reasonCode, personId: event.actor, atUtc: event.at.atUtc };
      return { ...trace, overrides: [...trace.overrides, made] };
    }
    case "quantity.reported":
    case "defect.logged":
      trace.bookings.set(event.eventId, trace.bookings.size + 1);
      return trace;
    case "quantity.reversed":
      return takenBack(trace, event);
    default:
      return trace;
  }
}

function lineOf(trace: WorkTrace, itemId: string): TracedLine {
  const known = Object.hasOwn(trace.lines, itemId) ? trace.lines[itemId] : undefined;
  return known ?? { itemId, unit: "", quantityPerPiece: null, backflush: false, marks: [], issues: [] };
}

function withLine(trace: WorkTrace, line: TracedLine): WorkTrace {
  return { ...trace, lines: { ...trace.lines, [line.itemId]: line } };
}

interface MarkFacts {
  readonly kind: LotMark["kind"];
  readonly pieces: number;
  readonly lotId: string;
  readonly quantity: string;
}

function markOf(
  trace: WorkTrace,
  event: StationEvent,
  { kind, pieces, lotId, quantity }: MarkFacts,
): LotMark {
  return {
    eventId: event.eventId,
    kind,
    lotId,
    quantity,
    atPieces: pieces,
    atUtc: event.at.atUtc,
    personId: event.actor,
    bookingTurn: trace.bookings.size,
  };
}

function issued(trace: WorkTrace, event: StationEvent): WorkTrace {
  if (event.type !== "material.issued") return trace;
  const line = lineOf(trace, event.payload.itemId);
  const load = line.marks.findLast(({ kind, lotId }) => kind === "loaded" && lotId === event.payload.lotId);
  if (load === undefined) return trace;
  const issue = { eventId: event.eventId, loadEventId: load.eventId, quantity: event.payload.quantity };
  return withLine(trace, { ...line, issues: [...line.issues, issue] });
}

function reversed(trace: WorkTrace, event: StationEvent): WorkTrace {
  if (event.type !== "material.reversed") return trace;
  const { itemId, reverses } = event.payload;
  const line = lineOf(trace, itemId);
  const marks = line.marks.filter(({ eventId }) => eventId !== reverses);
  const issues = line.issues.filter(({ eventId, loadEventId }) => ![eventId, loadEventId].includes(reverses));
  return withLine(trace, { ...line, marks, issues });
}

function takenBack(trace: WorkTrace, event: StationEvent): WorkTrace {
  if (event.type !== "quantity.reversed") return trace;
  const turn = trace.bookings.get(event.payload.reverses);
  const pieces = reversedPieces(trace.sums.countAuthority, event.payload);
  if (turn === undefined || pieces === 0) return trace;
  const lines = Object.entries(trace.lines).map(
    ([itemId, line]) => [itemId, { ...line, marks: shiftedMarks(line.marks, turn, pieces) }] as const,
  );
  return { ...trace, lines: Object.fromEntries(lines) };
}
