import type { Fact } from "../../event.ts";
import { eventIdOf, instantAt } from "../../testing/history.ts";
import type { StationEvent } from "../work-trace.ts";

/** Who told an event, when, and of which order. */
export type Envelope = Omit<StationEvent, keyof Fact>;

/** What a station told the MES: station S of order 4711 on CNC-2, where `over` does not say otherwise. */
export function stationEvent(fact: Fact, over: Partial<Envelope> = {}): StationEvent {
  return {
    eventId: eventIdOf(1),
    at: instantAt(0),
    actor: null,
    jobOrder: "4711",
    stationId: "S",
    workUnit: "CNC-2",
    ...over,
    ...fact,
  };
}
