import { z } from "zod";
import { forecastGaps } from "../domain/orders/order-forecast.ts";

const count = z.int();
const utc = z.iso.datetime();

/** When an open order will be ready; why nobody can say. */
export const orderForecastSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ready"),
    startUtc: utc,
    readyUtc: utc,
    /** With 80 % it is ready between these; equal to `readyUtc` where no spread was measured. */
    fromUtc: utc,
    toUtc: utc,
    /** Its own pace, or the cycle time of master data. */
    basis: z.enum(["measured", "standard"]),
  }),
  z.strictObject({
    kind: z.literal("not-known"),
    why: z.enum(forecastGaps),
    sinceUtc: utc.nullable(),
    /** The order it waits for. */
    about: z.string().nullable(),
  }),
]);
export type ShownForecast = z.infer<typeof orderForecastSchema>;

const orderRiskSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("on-time") }),
  z.strictObject({ kind: z.literal("may-be-late"), byMs: count }),
  z.strictObject({ kind: z.literal("late"), byMs: count }),
  z.strictObject({ kind: z.literal("material-short") }),
  z.strictObject({ kind: z.literal("blocked"), because: z.string() }),
  z.strictObject({ kind: z.literal("not-known") }),
]);

const materialStandingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none-needed") }),
  z.strictObject({ kind: z.literal("ready"), toldUtc: utc.nullable() }),
  z.strictObject({
    kind: z.literal("part"),
    percent: count,
    item: z.string(),
    location: z.string(),
    /** When the planner told of the oldest quantity behind it; null: nobody knows. */
    toldUtc: utc.nullable(),
  }),
  z.strictObject({
    kind: z.literal("missing"),
    item: z.string(),
    location: z.string(),
    toldUtc: utc.nullable(),
  }),
  z.strictObject({ kind: z.literal("not-known"), item: z.string() }),
]);

/** What is to be expected of an order that has not ended. */
export const orderOutlookSchema = z.strictObject({
  forecast: orderForecastSchema,
  risk: orderRiskSchema,
  material: materialStandingSchema,
  /** Its place among those of its work unit that nobody has begun, from 1; null: it is begun. */
  queuePlace: z.strictObject({ place: count, of: count }).nullable(),
});
export type OrderOutlook = z.infer<typeof orderOutlookSchema>;

/** One operation of the production order, or the order alone where it has no route. */
export const timelineOperationSchema = z.strictObject({
  jobOrderId: z.string(),
  operation: z.string(),
  /** What was worked: from its start to its end or to now; null: not begun. */
  done: z.strictObject({ fromUtc: utc, toUtc: utc }).nullable(),
  /** null: it has ended, or nobody can say. */
  forecast: orderForecastSchema.nullable(),
  /** At the cycle times of master data, so late that it still ends by its due time; null: no such time. */
  latest: z.strictObject({ fromUtc: utc, toUtc: utc }).nullable(),
});
export type TimelineOperation = z.infer<typeof timelineOperationSchema>;

export const orderTimelineSchema = z.strictObject({
  /** Worked time for one piece as measured on this order; null: too few bookings yet. */
  measuredSecondsPerPiece: z.number().nullable(),
  standardSecondsPerPiece: z.number(),
  operations: z.array(timelineOperationSchema),
});
export type OrderTimeline = z.infer<typeof orderTimelineSchema>;
