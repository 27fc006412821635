import { z } from "zod";
import { disposition } from "../domain/quality/events.ts";
import { namedCodeSchema } from "./named-code.ts";

const count = z.int();
const pieces = { good: count, scrap: count, rework: count };

/** What one booking of an order says, as codes and values: the page puts it into words (U24). */
export const bookingContentSchema = z.discriminatedUnion("kind", [
  /** Neighbouring machine counts of one station, added up. */
  z.strictObject({ kind: z.literal("counted"), quantity: count }),
  z.strictObject({ kind: z.literal("paused"), reason: namedCodeSchema }),
  z.strictObject({ kind: z.literal("finished"), ...pieces }),
  /** Pieces were missing when it ended. A code of the planner's own has no name. */
  z.strictObject({
    kind: z.enum(["finished-short", "aborted"]),
    ...pieces,
    missing: count,
    reason: namedCodeSchema,
  }),
  z.strictObject({
    kind: z.literal("held"),
    cause: z.enum(["hold", "cancelled", "aborted"]),
    reason: z.string(),
  }),
  z.strictObject({ kind: z.literal("plan-changed"), was: count, planned: count }),
  z.strictObject({
    kind: z.literal("reported"),
    ...pieces,
    reason: namedCodeSchema.nullable(),
    /** Only of rework that goes back to an operation before: its number, and the order that the booking leads to. */
    reworkTo: z.strictObject({ operation: z.string(), jobOrderId: z.string() }).optional(),
  }),
  /** The negated quantities of the booking that was taken back. */
  z.strictObject({ kind: z.literal("reversed"), ...pieces }),
  z.strictObject({
    kind: z.literal("measured"),
    characteristic: z.string(),
    /** Decimal text with every digit the gauge gave. */
    value: z.string(),
    unit: z.string(),
    result: z.enum(["inside", "below", "above"]),
  }),
  z.strictObject({ kind: z.literal("withdrawn"), characteristic: z.string() }),
  z.strictObject({
    kind: z.literal("defect"),
    defect: namedCodeSchema,
    quantity: count,
    disposition,
  }),
  z.strictObject({
    kind: z.literal("loaded"),
    lotId: z.string(),
    itemId: z.string(),
    /** Decimal text in `unit`; an empty unit: pieces. */
    quantity: z.string(),
    unit: z.string(),
  }),
  /** Another time than recorded counts for an event; both are told, and the type of the event. */
  z.strictObject({
    kind: z.literal("time-corrected"),
    of: z.string(),
    recordedUtc: z.string(),
    correctedUtc: z.string(),
  }),
  /** A box or pallet was opened again; the number it had is void. */
  z.strictObject({ kind: z.literal("unit-reopened"), sscc: z.string(), reason: namedCodeSchema }),
  /** Said by the event's type alone; also where this MES cannot read the content. */
  z.strictObject({ kind: z.literal("plain") }),
]);
export type BookingContent = z.infer<typeof bookingContentSchema>;
