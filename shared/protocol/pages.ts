import { z } from "zod";
import { machineStateSchema } from "../domain/machines/machine-state.ts";
import { localizedText } from "../domain/people/localized-text.ts";
import { disposition } from "../domain/quality/events.ts";
import { attentionSchema } from "./attention.ts";
import { bookingContentSchema } from "./booking-content.ts";
import { namedCodeSchema } from "./named-code.ts";
import { orderFilters } from "./order-filters.ts";
import { orderOutlookSchema, orderTimelineSchema } from "./order-outlook.ts";
import { orderRouteSchema } from "./route-page.ts";
import { signalGapCauses } from "./signal-messages.ts";
import { unitRowSchema } from "./unit-row.ts";

const count = z.int();

/** How fast a machine works; `atUtc` is the end of the newest minute behind it. */
export const machineSpeedSchema = z.strictObject({
  kind: z.enum(["pieces-per-minute", "measured"]),
  value: z.number(),
  /** UCUM or UNECE code of a measured speed; empty: none. */
  unit: z.string(),
  atUtc: z.iso.datetime(),
});
export type MachineSpeed = z.infer<typeof machineSpeedSchema>;

/** The newest span in which values of a machine may be missing. */
export const machineGapSchema = z.strictObject({
  fromUtc: z.iso.datetime(),
  /** null: it lasts. */
  toUtc: z.iso.datetime().nullable(),
  cause: z.enum(signalGapCauses),
});
export type MachineGap = z.infer<typeof machineGapSchema>;

/** One machine of a station, as the station told it last. */
export const floorMachineSchema = z.strictObject({
  machineId: z.string(),
  name: z.string(),
  state: machineStateSchema.nullable(),
  stateSinceUtc: z.iso.datetime().nullable(),
  /** null: no signal of it tells a speed, or none came within the last minutes. */
  speed: machineSpeedSchema.nullable(),
  lastGap: machineGapSchema.nullable(),
});
export type FloorMachine = z.infer<typeof floorMachineSchema>;

/** One work unit as the floor overview shows it. Times are the station's, `receivedUtc` is the MES's own. */
export const floorTileSchema = z.strictObject({
  stationId: z.string(),
  workUnit: z.string(),
  machineName: z.string(),
  /** Last state the station told; null when it never did. Its age is `lastContactUtc`. */
  machineState: machineStateSchema.nullable(),
  stateSinceUtc: z.iso.datetime().nullable(),
  orderState: z.enum(["setting-up", "running", "paused", "held"]).nullable(),
  pauseReason: namedCodeSchema.nullable(),
  jobOrderId: z.string().nullable(),
  itemName: z.string().nullable(),
  good: count,
  scrap: count,
  plannedQuantity: count.nullable(),
  /** When the station last spoke with the MES (any authenticated request); null: never. */
  lastContactUtc: z.iso.datetime().nullable(),
  /** Connected now: an open directive stream. */
  online: z.boolean(),
  lastEventUtc: z.iso.datetime().nullable(),
  /** All machines of the station, in the order of its mapping; none when it has never told of one. */
  machines: z.array(floorMachineSchema),
});
export type FloorTile = z.infer<typeof floorTileSchema>;

/** What the plant's shift calendar says of now. */
export const floorShiftSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("shift"),
    name: localizedText,
    /** By the plant's clock: `06`, or `06:30`. */
    from: z.string(),
    to: z.string(),
    isBreak: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("no-shift") }),
]);
export type FloorShift = z.infer<typeof floorShiftSchema>;

/** GET /api/v1/floor, and each `floor` message of GET /api/v1/floor/stream (SSE). */
export const floorPageSchema = z.strictObject({
  asOfUtc: z.iso.datetime(),
  plantName: z.string(),
  /** null: the plant has no calendar. */
  shift: floorShiftSchema.nullable(),
  tiles: z.array(floorTileSchema),
  attention: z.array(attentionSchema),
  /** Of all orders that some station has begun and not ended. */
  goodTotal: count,
});
export type FloorPage = z.infer<typeof floorPageSchema>;

export const orderRowSchema = z.strictObject({
  jobOrderId: z.string(),
  /** null: it is no operation of a production order. */
  productionOrderId: z.string().nullable(),
  itemName: z.string(),
  operation: z.string(),
  /** The operation that takes its good pieces; null: it is the last, or has no route. */
  nextOperation: z.string().nullable(),
  workUnit: z.string(),
  plannedQuantity: count,
  good: count,
  scrap: count,
  rework: count,
  checks: z.strictObject({ measured: count, outside: count }),
  defects: count,
  state: z.enum(["released", "setting-up", "running", "paused", "held", "finished", "aborted", "cancelled"]),
  blockedBy: z.string().nullable(),
  /** Why the planner holds it or took it back; null: neither; empty: no words were given. */
  plannerReason: z.string().nullable(),
  dueUtc: z.iso.datetime(),
  startedUtc: z.iso.datetime().nullable(),
  finishedUtc: z.iso.datetime().nullable(),
  /** null: it has ended. */
  outlook: orderOutlookSchema.nullable(),
});
export type OrderRow = z.infer<typeof orderRowSchema>;

/** GET /api/v1/orders: open orders by due time, behind them those that ended, latest due first. */
export const ordersPageSchema = z.strictObject({
  asOfUtc: z.iso.datetime(),
  filter: z.enum(orderFilters),
  search: z.string(),
  /** From 1. */
  page: count,
  limit: count,
  /** Orders that filter and search find, on all pages. */
  total: count,
  /** Orders of each filter, whatever is searched for. */
  counts: z.record(z.enum(orderFilters), count),
  orders: z.array(orderRowSchema),
});
export type OrdersPage = z.infer<typeof ordersPageSchema>;

/** One journal event of an order; newest first. */
export const orderBookingSchema = z.strictObject({
  eventId: z.uuid(),
  type: z.string(),
  atUtc: z.iso.datetime(),
  receivedUtc: z.iso.datetime(),
  stationId: z.string(),
  personName: z.string().nullable(),
  good: count,
  scrap: count,
  rework: count,
  content: bookingContentSchema,
  verdict: z.enum(["applied", "rejected", "parked"]),
  code: z.string().nullable(),
});
export type OrderBooking = z.infer<typeof orderBookingSchema>;

/** GET /api/v1/orders/{jobOrderId} */
export const orderDetailSchema = z.strictObject({
  /** Boxes and pallets with pieces of it. */
  units: z.array(unitRowSchema),
  order: orderRowSchema,
  timeline: orderTimelineSchema,
  /** null: it is no operation of a production order. */
  route: orderRouteSchema.nullable(),
  bookings: z.array(orderBookingSchema),
  measurements: z.array(
    z.strictObject({
      eventId: z.uuid(),
      atUtc: z.iso.datetime(),
      characteristic: z.string(),
      value: z.string(),
      unit: z.string(),
      result: z.enum(["inside", "below", "above"]),
      personName: z.string().nullable(),
    }),
  ),
  defects: z.array(
    z.strictObject({
      eventId: z.uuid(),
      atUtc: z.iso.datetime(),
      defect: namedCodeSchema,
      quantity: count,
      disposition,
      personName: z.string().nullable(),
    }),
  ),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;
