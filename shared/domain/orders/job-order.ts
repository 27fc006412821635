import { z } from "zod";
import { hasGs1CheckDigit } from "../../lib/gs1-check-digit.ts";
import { materialLineSchema } from "../materials/material-line.ts";
import { instructionsSchema } from "./instruction.ts";
import { earlierOperationSchema, reworkOfSchema, routeSchema, upstreamSchema } from "./route.ts";

/**
 * Who is the one authority for good pieces of an order. "machine": the part counter, and scrap and rework are taken out
 * of what it counted. "operator": only what a person books counts; the counter still feeds tool life.
 */
export const countAuthority = z.enum(["machine", "operator"]);
export type CountAuthority = z.infer<typeof countAuthority>;

const gtin = z
  .string()
  .regex(/^\d{14}$/)
  .refine(hasGs1CheckDigit, "its check digit is wrong");

/** A job order (ISA-95 part 4) as the planner released it to one work unit. Quantities are whole pieces. */
export const jobOrderSchema = z.looseObject({
  jobOrderId: z.string().min(1).max(40),
  workUnit: z.string().min(1).max(40),
  item: z.object({
    itemId: z.string().min(1).max(40),
    name: z.string().min(1).max(120),
    /** GTIN-14 of a trade item of it; without one a label of a unit says no content in its bars. */
    gtin: gtin.nullish(),
  }),
  /** For whom it is made; absent: for stock. What is of different customers is never packed into one unit. */
  customer: z.object({ customerId: z.string().min(1).max(40), name: z.string().min(1).max(120) }).nullish(),
  operation: z.object({ number: z.string().max(10), name: z.string().max(80) }),
  plannedQuantity: z.int().positive().max(10_000_000),
  /** So many percent more than planned may be delivered; left out: as many as are made. */
  overDeliveryPercent: z.number().nonnegative().max(1_000).optional(),
  boxQuantity: z.int().positive().max(100_000).nullable(),
  /** PRI of ISO 22400: the ideal seconds for one piece. */
  idealCycleSeconds: z.number().positive().max(86_400),
  /** Planned time of the set-up before its first piece; left out: nobody planned one. */
  setUpSeconds: z.number().nonnegative().max(604_800).nullish(),
  dueUtc: z.iso.datetime(),
  priority: z.int(),
  /** Place in the queue of its work unit, where the planner moved it by hand; null or left out: by priority (OR-12). */
  queueNumber: z.int().positive().max(1_000_000).nullish(),
  countAuthority,
  materials: z.array(materialLineSchema).max(50),
  /** Codes of inspection characteristics to be measured on this order. */
  characteristicIds: z.array(z.string()).max(20),
  /** Why the order may not start, in the planner's words; null when it may. */
  blockedBy: z.string().max(200).nullable(),
  /** Cancelled: the rest is not wanted. Aborted: it is to be stopped at once, and what was made is in doubt. */
  status: z.enum(["released", "cancelled", "aborted"]),
  /** Why it was cancelled or aborted, in the planner's words. */
  statusReason: z.string().max(200).optional(),
  /** While it is there nobody may work on the order; who is at it is interrupted. */
  hold: z
    .object({ reason: z.string().max(200), sinceUtc: z.iso.datetime() })
    .nullable()
    .optional(),
  /** Orders of one set may run together on their work unit. */
  setId: z.string().min(1).max(40).nullable().optional(),
  /** Of this order, when it runs together with others; left out: 1. */
  piecesPerCycle: z.int().positive().max(100).optional(),
  /** What must be there before it may start, beside its materials and checks. */
  requires: z
    .object({
      toolIds: z.array(z.string().max(80)).max(50).optional(),
      programId: z.string().max(120).nullable().optional(),
      documentIds: z.array(z.string().max(120)).max(50).optional(),
      qualificationIds: z.array(z.string().max(80)).max(20).optional(),
      gaugeIds: z.array(z.string().max(80)).max(20).optional(),
    })
    .optional(),
  /** How it is made, each document in the revision that is valid now. */
  instructions: instructionsSchema.optional(),
  /** Only of an order that is an operation of a production order. */
  route: routeSchema.nullable().optional(),
  /** Computed by the MES; null or left out: it is the first operation, or nobody knows the one before it. */
  upstream: upstreamSchema.nullable().optional(),
  /** Computed by the MES, first operation first. */
  earlierOperations: z.array(earlierOperationSchema).max(100).optional(),
  /** Left out: production. */
  kind: z.enum(["production", "rework"]).optional(),
  reworkOf: reworkOfSchema.nullable().optional(),
});
export type JobOrder = z.infer<typeof jobOrderSchema>;
