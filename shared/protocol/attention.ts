import { z } from "zod";
import { helpCategory } from "../domain/people/events.ts";
import { parkingCodeSchema, rejectionCodeSchema } from "./messages.ts";

const line = { id: z.string(), stationId: z.string(), sinceUtc: z.iso.datetime() };
const toolLife = {
  workUnit: z.string(),
  toolId: z.string(),
  usedCycles: z.int(),
  lifeLimitCycles: z.int(),
};

/**
 * One line under "Needs someone" on the floor page: what happened as codes and values. The page puts it into words, so
 * that each reader gets them in their own language (U24).
 */
export const attentionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("help-call"),
    ...line,
    category: helpCategory,
    jobOrderId: z.string().nullable(),
  }),
  /** A tool whose life is used up. */
  z.strictObject({ kind: z.literal("maintenance"), ...line, ...toolLife }),
  /** A tool whose life is nearly used up. */
  z.strictObject({ kind: z.literal("tool-warning"), ...line, ...toolLife }),
  /** One booking that will never be taken (I-16). */
  z.strictObject({
    kind: z.literal("rejected-booking"),
    ...line,
    eventType: z.string(),
    jobOrderId: z.string().nullable(),
    code: rejectionCodeSchema,
  }),
  /** Any number of bookings that wait for one cause: an order's start, or a newer MES that knows the event type. */
  z.strictObject({
    kind: z.literal("waiting-bookings"),
    ...line,
    eventType: z.string().nullable(),
    jobOrderId: z.string().nullable(),
    code: parkingCodeSchema,
  }),
  /** The planner took back or held an order that a station had begun, or cut it below what was made; all stays booked. */
  z.strictObject({
    kind: z.literal("begun-order"),
    ...line,
    jobOrderId: z.string(),
    cause: z.enum(["cancelled", "aborted", "hold", "cut"]),
    /** Only of a cut. */
    good: z.int().nullable(),
    plannedQuantity: z.int().nullable(),
  }),
  /** Several stations together made more of an order than is wanted; all of it stays booked. */
  z.strictObject({
    kind: z.literal("over-delivery"),
    ...line,
    jobOrderId: z.string(),
    good: z.int(),
    plannedQuantity: z.int(),
    stations: z.int(),
  }),
  /** Pieces took a lot that the planner holds: they are to be found and judged. */
  z.strictObject({
    kind: z.literal("held-lot-used"),
    ...line,
    lotId: z.string(),
    hold: z.string(),
    jobOrderId: z.string(),
  }),
  /** One SSCC on two units, or one number on two pieces of an item: both are kept, and a person must look. */
  z.strictObject({
    kind: z.literal("doubled-number"),
    ...line,
    of: z.enum(["sscc", "serial"]),
    number: z.string(),
    jobOrderId: z.string(),
  }),
  /** The station told two different things under one key; `seq` is the entry that was kept apart (I-7). */
  z.strictObject({
    kind: z.literal("forked-journal"),
    ...line,
    epoch: z.string(),
    seq: z.int(),
  }),
]);
export type Attention = z.infer<typeof attentionSchema>;
export type AttentionOf<Kind extends Attention["kind"]> = Extract<Attention, { kind: Kind }>;
