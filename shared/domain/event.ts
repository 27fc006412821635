import type { z } from "zod";
import type { Instant } from "../lib/clock.ts";
import { alarmEvents } from "./machines/alarms/events.ts";
import { commissioningEvents } from "./machines/commissioning-events.ts";
import { machineEvents } from "./machines/events.ts";
import { maintenanceEvents } from "./maintenance/events.ts";
import { materialEvents } from "./materials/events.ts";
import { orderEvents } from "./orders/events.ts";
import { packingEvents } from "./packing/events.ts";
import { peopleEvents } from "./people/events.ts";
import { qualityEvents } from "./quality/events.ts";
import { stopEvents } from "./stops/events.ts";
import { stationEvents } from "./sync/events.ts";

/** Every event type this version knows, with the schema of its newest payload. */
export const eventSchemas = {
  ...orderEvents,
  ...machineEvents,
  ...commissioningEvents,
  ...alarmEvents,
  ...stopEvents,
  ...qualityEvents,
  ...materialEvents,
  ...peopleEvents,
  ...maintenanceEvents,
  ...stationEvents,
  ...packingEvents,
} as const;

export type EventType = keyof typeof eventSchemas;
export type EventPayload<Type extends EventType> = z.infer<(typeof eventSchemas)[Type]>;

/** What happened, without the envelope. */
export type Fact = {
  [Type in EventType]: { readonly type: Type; readonly payload: EventPayload<Type> };
}[EventType];

/** Who vouches for an event: a person with the means of proof, the machine, or the station itself. */
export interface Actor {
  readonly personId: string | null;
  readonly auth: "badge" | "pin" | "machine" | "station";
}

/** A fact about to be recorded, with the order it belongs to. */
export type Draft = Fact & {
  readonly jobOrder: string | null;
  /** Where it happened; left out: where its order is worked, else the first work unit of the station. */
  readonly workUnit?: string;
};

/** A fact as the projections see it: with its id, its time, its work unit and the order it belongs to. */
export type RecordedEvent = Fact & {
  readonly eventId: string;
  readonly at: Instant;
  readonly actor: string | null;
  readonly jobOrder: string | null;
  readonly workUnit: string;
};

export function isKnownType(type: string): type is EventType {
  return Object.hasOwn(eventSchemas, type);
}
