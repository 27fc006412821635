import { foldMaterial } from "./fold-material.ts";
import { addPieces, noPieces, producedOf } from "./order-pieces.ts";
import { withInstructions } from "./traced-instructions.ts";
import { withPartakers } from "./with-partakers.ts";
import { type Genealogy, type StationEvent, traceKey, type WorkTrace } from "./work-trace.ts";

/**
 * Genealogy is this fold over journals and has no truth of its own. Events of one station in its order; how those of
 * several stations lie between each other changes nothing, because each station's orders are traced apart.
 */
export function foldGenealogy(events: Iterable<StationEvent>): Genealogy {
  const traces = new Map<string, WorkTrace>();
  for (const event of events) {
    if (event.jobOrder === null) continue;
    const key = traceKey(event.stationId, event.jobOrder);
    traces.set(key, withEvent(traces.get(key), event, event.jobOrder));
  }
  return traces;
}

/** One order at one station after one more event of it. @param before undefined: it is the first one */
export function withEvent(before: WorkTrace | undefined, event: StationEvent, jobOrderId: string): WorkTrace {
  return traced(before ?? newTrace(event, jobOrderId), event);
}

function newTrace({ stationId, workUnit, at }: StationEvent, jobOrderId: string): WorkTrace {
  return {
    stationId,
    workUnit,
    jobOrderId,
    sums: noPieces,
    fromUtc: at.atUtc,
    toUtc: at.atUtc,
    lines: {},
    partakers: new Map(),
    atWork: null,
    overrides: [],
    instructions: [],
    bookings: new Map(),
  };
}

function traced(before: WorkTrace, event: StationEvent): WorkTrace {
  const piecesBefore = producedOf(before.sums);
  const sums = addPieces(before.sums, event);
  const withMaterial = foldMaterial(before, event, piecesBefore);
  const pieces = { from: piecesBefore, to: producedOf(sums) };
  const instructions = withInstructions(before.instructions, event, piecesBefore);
  const toUtc = later(before.toUtc, event.at.atUtc);
  return withPartakers({ ...withMaterial, sums, instructions, toUtc }, event, pieces);
}

function later(left: string, right: string): string {
  return Date.parse(left) >= Date.parse(right) ? left : right;
}
