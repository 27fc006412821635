import type { Acknowledgement } from "./machines/alarms/acknowledgement.ts";
import type { MachineStatus } from "./machines/machine-status.ts";
import type { CountFactor, PartCounter } from "./machines/part-counter.ts";
import type { ToolLife } from "./maintenance/tool-life.ts";
import type { LotRest, MaterialLoad } from "./materials/material-load.ts";
import type { Booking } from "./orders/booking.ts";
import type { NotedReading } from "./orders/counter-reading.ts";
import type { FinishedOrder, JobOrderProgress } from "./orders/job-order-progress.ts";
import type { TimeMark } from "./orders/time-mark.ts";
import type { GivenSsccs } from "./packing/given-ssccs.ts";
import type { PackedPieces, PackingUnit, SerialPiece } from "./packing/packing-unit.ts";
import type { Presence } from "./people/presence.ts";
import type { SampleProgress } from "./quality/sample-progress.ts";
import type { Stop } from "./stops/stop.ts";
import type { SeenRejection } from "./sync/seen-rejection.ts";

/** The rows of every projection area, by the key they are stored under. */
export interface AreaRows {
  jobOrder: JobOrderProgress;
  finishedOrder: FinishedOrder;
  booking: Booking;
  timeMark: TimeMark;
  reading: NotedReading;
  counter: PartCounter;
  countFactor: CountFactor;
  machine: MachineStatus;
  acknowledgement: Acknowledgement;
  sample: SampleProgress;
  load: MaterialLoad;
  lotRest: LotRest;
  presence: Presence;
  stop: Stop;
  tool: ToolLife;
  seenRejection: SeenRejection;
  unit: PackingUnit;
  packedPieces: PackedPieces;
  serial: SerialPiece;
  givenSsccs: GivenSsccs;
}
export type Area = keyof AreaRows;

/** fold(journal): what all events of this station add up to. Rebuilt from the journal at will, never edited. */
export type StationState = { readonly [A in Area]: ReadonlyMap<string, AreaRows[A]> };

/** One row that an event sets, or removes when `row` is null. */
export type RowChange = {
  [A in Area]: { readonly area: A; readonly id: string; readonly row: AreaRows[A] | null };
}[Area];

export const areas = [
  "jobOrder",
  "finishedOrder",
  "booking",
  "timeMark",
  "reading",
  "counter",
  "countFactor",
  "machine",
  "acknowledgement",
  "sample",
  "load",
  "lotRest",
  "presence",
  "stop",
  "tool",
  "seenRejection",
  "unit",
  "packedPieces",
  "serial",
  "givenSsccs",
] as const satisfies readonly Area[];

export function emptyState(): StationState {
  return {
    jobOrder: new Map(),
    finishedOrder: new Map(),
    booking: new Map(),
    timeMark: new Map(),
    reading: new Map(),
    counter: new Map(),
    countFactor: new Map(),
    machine: new Map(),
    acknowledgement: new Map(),
    sample: new Map(),
    load: new Map(),
    lotRest: new Map(),
    presence: new Map(),
    stop: new Map(),
    tool: new Map(),
    seenRejection: new Map(),
    unit: new Map(),
    packedPieces: new Map(),
    serial: new Map(),
    givenSsccs: new Map(),
  };
}

/** @returns a new state; untouched areas are shared with the old one, so a failed commit just keeps the old. */
export function applyChanges(state: StationState, changes: readonly RowChange[]): StationState {
  const copies = new Map<Area, Map<string, AreaRows[Area]>>();
  for (const change of changes) {
    const rows = copies.get(change.area) ?? new Map<string, AreaRows[Area]>(state[change.area]);
    copies.set(change.area, rows);
    if (change.row === null) rows.delete(change.id);
    else rows.set(change.id, change.row);
  }
  return { ...state, ...Object.fromEntries(copies) };
}
