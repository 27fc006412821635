import type { StationState } from "../station-state.ts";
import { activeOrder, hasEnded, isWorked } from "./active-order.ts";
import type { JobOrderProgress } from "./job-order-progress.ts";

/** What a person at a terminal, a scan or a machine is at: a work unit, and where orders run together on it, one of them. */
export interface WorkPlace {
  readonly workUnit: string;
  /** null: the work unit has at most one order at work. */
  readonly jobOrderId: string | null;
}

/** Every work unit of a terminal, the first one first. */
export type WorkUnits = readonly [string, ...string[]];

/**
 * The state as it is seen from one place: open orders of other places are not in it. Every decision and every view about
 * "the order" works on this, so none of them needs to know that a terminal may have several (SE-5).
 */
export function stateAt(
  state: StationState,
  { workUnit, jobOrderId }: WorkPlace,
  units: WorkUnits,
): StationState {
  if (units.length === 1 && jobOrderId === null) return state;
  const here = [...state.jobOrder].filter(
    ([id, progress]) =>
      unitOf(progress, units) === workUnit &&
      (jobOrderId === null || id === jobOrderId || hasEnded(progress)),
  );
  return { ...state, jobOrder: new Map(here) };
}

/** An order of a work unit that the terminal no longer has is worked at its first one: no open order is ever hidden. */
function unitOf({ workUnit }: Pick<JobOrderProgress, "workUnit">, units: WorkUnits): string {
  return units.includes(workUnit) ? workUnit : units[0];
}

/** The places of a terminal: each work unit once, or once for each order that runs there together with others. */
export function placesOf(state: StationState, units: WorkUnits): readonly WorkPlace[] {
  return units.flatMap((workUnit): readonly WorkPlace[] => {
    const worked = workedAt(state, workUnit, units);
    if (worked.length < 2) return [{ workUnit, jobOrderId: null }];
    return worked.map(({ jobOrderId }) => ({ workUnit, jobOrderId }));
  });
}

/** Orders set up or run on a work unit now, as they began it. More than one: they run together. */
export function workedAt(
  state: StationState,
  workUnit: string,
  units: WorkUnits,
): readonly JobOrderProgress[] {
  return [...state.jobOrder.values()].filter(
    (progress) => isWorked(progress) && unitOf(progress, units) === workUnit,
  );
}

/** The place that is meant as things stand: what was looked at may have ended, or run together with others since. */
export function placeNow(state: StationState, wanted: WorkPlace | null, units: WorkUnits): WorkPlace {
  const places = placesOf(state, units);
  const workUnit = wanted !== null && units.includes(wanted.workUnit) ? wanted.workUnit : units[0];
  const ofUnit = places.filter((place) => place.workUnit === workUnit);
  const same = ofUnit.find(({ jobOrderId }) => jobOrderId === wanted?.jobOrderId);
  return same ?? ofUnit[0] ?? { workUnit, jobOrderId: null };
}

/** The order at work at a place, else the one interrupted there last. */
export function orderAt(
  state: StationState,
  place: WorkPlace,
  units: WorkUnits,
): JobOrderProgress | undefined {
  return activeOrder(stateAt(state, place, units));
}
