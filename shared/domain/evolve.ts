import type { RecordedEvent } from "./event.ts";
import { evolveAlarms } from "./machines/alarms/evolve.ts";
import { evolveMachines } from "./machines/evolve.ts";
import { evolveMaintenance } from "./maintenance/evolve.ts";
import { evolveMaterials } from "./materials/evolve.ts";
import { evolveBookings } from "./orders/evolve-bookings.ts";
import { evolveOrders } from "./orders/evolve-orders.ts";
import { evolveReadings } from "./orders/evolve-readings.ts";
import { evolveTimeMarks } from "./orders/evolve-time-marks.ts";
import { evolvePacking } from "./packing/evolve.ts";
import { evolvePeople } from "./people/evolve.ts";
import { evolveQuality } from "./quality/evolve.ts";
import { applyChanges, type RowChange, type StationState } from "./station-state.ts";
import { evolveStops } from "./stops/evolve.ts";
import { evolveSync } from "./sync/evolve.ts";

/** Raise it when any evolve function or row shape changes: the station then rebuilds its projections at start. */
export const PROJECTION_VERSION = 19;

const evolvers = [
  evolveOrders,
  evolveBookings,
  evolveTimeMarks,
  evolveReadings,
  evolveMachines,
  evolveAlarms,
  evolveQuality,
  evolveMaterials,
  evolvePeople,
  evolveStops,
  evolveMaintenance,
  evolveSync,
  evolvePacking,
];

/**
 * What one event changes. Each area sees the state before the event, so their order does not matter.
 * The projections of the station are exactly fold(evolve) over its journal.
 */
export function evolve(state: StationState, event: RecordedEvent): readonly RowChange[] {
  return evolvers.flatMap((evolveArea) => evolveArea(state, event));
}

export interface Evolution {
  readonly state: StationState;
  readonly changes: readonly RowChange[];
}

/** Folds events in order. @returns the last state and all row changes, later ones of a row after earlier ones. */
export function evolveAll(state: StationState, events: readonly RecordedEvent[]): Evolution {
  let next = state;
  const changes: RowChange[] = [];
  for (const event of events) {
    const step = evolve(next, event);
    changes.push(...step);
    next = applyChanges(next, step);
  }
  return { state: next, changes };
}
