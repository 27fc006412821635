import { durationBetween } from "../../lib/duration.ts";
import { instantBefore } from "../../lib/instant-before.ts";
import type { EventPayload, RecordedEvent } from "../event.ts";
import { activeOrder, isWorked } from "../orders/active-order.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { HELD_REASON, KEPT_MICRO_STOPS, KEPT_STOPS, type Stop } from "./stop.ts";

/** Stops from pauses and from what machines did. */
export function evolveStops(state: StationState, event: RecordedEvent): readonly RowChange[] {
  switch (event.type) {
    case "order.paused": {
      const { reasonCode } = event.payload;
      // The machine goes on with those it runs together with.
      if (isWorkedBeside(state, event)) return [];
      const paused = began(state, event, { cause: "paused", reasonCode });
      return [...pauseEnded(state, event), paused, ...tooOld(state)];
    }
    case "order.held": {
      // An order that waits beside the machine stops nothing, nor does one of several that run together.
      if (isWorkedBeside(state, event)) return [];
      if (activeOrder(ofUnit(state, event.workUnit))?.jobOrderId !== event.jobOrder) return [];
      const held = began(state, event, { cause: "paused", reasonCode: HELD_REASON });
      return [...pauseEnded(state, event), held, ...tooOld(state)];
    }
    case "order.resumed":
    case "order.started":
    case "order.set-up-begun":
    case "order.run-begun":
    case "order.finished":
    case "order.aborted":
      return pauseEnded(state, event);
    case "machine.state-changed":
      return stopOfVersion1(state, event);
    case "stop.began": {
      const { machineId, kind, state: machineState, agoMs, causes } = event.payload;
      const cause = kind === "no-data" ? "no-data" : "machine";
      const stop = { cause, machineId, state: machineState, causes, since: instantBefore(event.at, agoMs) };
      return [began(state, event, stop as Partial<Stop>), ...tooOld(state)];
    }
    case "stop.cause-seen":
      return changed(state, event.payload.stopId, (stop) => ({
        causes: [...stop.causes, event.payload.cause],
      }));
    case "stop.ended": {
      const { stopId, agoMs, durationMs, isMicro } = event.payload;
      const endUtc = instantBefore(event.at, agoMs).atUtc;
      return changed(state, stopId, () => ({ endUtc, durationMs, isMicro }));
    }
    case "time.corrected":
      return moved(state, event.payload);
    case "stop.qualified":
      return changed(state, event.payload.stopId, () => ({ reasonCode: event.payload.reasonCode }));
    default:
      return [];
  }
}

/** A pause that began or ended at another time; what is left of it is never less than nothing. */
function moved(
  state: StationState,
  { stop: edge, shiftMs }: EventPayload<"time.corrected">,
): readonly RowChange[] {
  if (edge === null) return [];
  return changed(state, edge.stopId, (stop) => {
    const longerMs = edge.edge === "end" ? shiftMs : -shiftMs;
    const durationMs = stop.durationMs === null ? null : Math.max(0, stop.durationMs + longerMs);
    if (edge.edge === "end") return { endUtc: shifted(stop.endUtc, shiftMs), durationMs };
    const since = instantBefore(stop.since, -shiftMs);
    return { since, sinceUtc: since.atUtc, durationMs };
  });
}

function shifted(utc: string | null, ms: number): string | null {
  return utc === null ? null : new Date(Date.parse(utc) + ms).toISOString();
}

function changed(
  state: StationState,
  stopId: string,
  change: (stop: Stop) => Partial<Stop>,
): readonly RowChange[] {
  const stop = state.stop.get(stopId);
  return stop === undefined ? [] : [{ area: "stop", id: stopId, row: { ...stop, ...change(stop) } }];
}

function began(state: StationState, event: RecordedEvent, rest: Partial<Stop>): RowChange {
  const since = rest.since ?? event.at;
  const stop: Stop = {
    stopId: event.eventId,
    cause: "machine",
    machineId: null,
    state: null,
    jobOrderId: event.jobOrder,
    endUtc: null,
    durationMs: null,
    isMicro: false,
    reasonCode: null,
    causes: [],
    ...rest,
    since,
    sinceUtc: since.atUtc,
    turn: nextTurn(state.stop),
  };
  return { area: "stop", id: stop.stopId, row: stop };
}

/** A pause of another work unit goes on. */
function pauseEnded(state: StationState, event: RecordedEvent): readonly RowChange[] {
  const here = ofUnit(state, event.workUnit).jobOrder;
  const isHere = ({ jobOrderId }: Stop): boolean =>
    jobOrderId === null || here.has(jobOrderId) || !state.jobOrder.has(jobOrderId);
  return ended(state, event, (stop) => stop.cause === "paused" && isHere(stop));
}

function isWorkedBeside(state: StationState, event: RecordedEvent): boolean {
  return [...ofUnit(state, event.workUnit).jobOrder.values()].some(
    (progress) => isWorked(progress) && progress.jobOrderId !== event.jobOrder,
  );
}

function ofUnit(state: StationState, workUnit: string): StationState {
  const here = [...state.jobOrder].filter(([, progress]) => progress.workUnit === workUnit);
  return here.length === state.jobOrder.size ? state : { ...state, jobOrder: new Map(here) };
}

function ended(
  state: StationState,
  event: RecordedEvent,
  which: (stop: Stop) => boolean,
): readonly RowChange[] {
  const open = [...state.stop.values()].filter((stop) => stop.endUtc === null && which(stop));
  return open.map((stop) => {
    const durationMs = durationBetween(stop.since, event.at).ms;
    return { area: "stop", id: stop.stopId, row: { ...stop, endUtc: event.at.atUtc, durationMs } } as const;
  });
}

/** Stops of a machine had no events of their own: they are what its state then implied. */
function stopOfVersion1(
  state: StationState,
  event: RecordedEvent & { type: "machine.state-changed" },
): readonly RowChange[] {
  const { impliesStop, machineId, state: machineState } = event.payload;
  if (impliesStop === undefined) return [];
  const closed = ended(state, event, (stop) => stop.machineId === machineId);
  if (!impliesStop || event.jobOrder === null) return closed;
  return [...closed, began(state, event, { machineId, state: machineState }), ...tooOld(state)];
}

/** Only ended stops go, so an open one is never forgotten, and micro-stops never push out the long ones. */
function tooOld(state: StationState): readonly RowChange[] {
  const all = [...state.stop.values()];
  const surplusOf = (stops: readonly Stop[], kept: number): readonly Stop[] =>
    stops
      .filter((stop) => stop.endUtc !== null)
      .toSorted(byTurn)
      .slice(0, Math.max(0, stops.length + 1 - kept));
  const micro = all.filter((stop) => stop.isMicro);
  const long = all.filter((stop) => !stop.isMicro);
  return [...surplusOf(micro, KEPT_MICRO_STOPS), ...surplusOf(long, KEPT_STOPS)].map(
    ({ stopId }) => ({ area: "stop", id: stopId, row: null }) as const,
  );
}
