import { z } from "zod";

const jobOrderId = z.string().min(1).max(40);
const operationSchema = z.object({ number: z.string().max(10), name: z.string().max(80) });

/** Place of a job order in its production order (ISA-95 operations request), as the planner told it. */
export const routeSchema = z.looseObject({
  /** At most 24 characters, so that the ids of its rework orders stay scannable. */
  productionOrderId: z.string().min(1).max(24),
  /** Order of the operations of one production order; need not be dense. */
  sequence: z.int().nonnegative().max(100_000),
  /** The operation whose good pieces this one takes; null: it is the first. */
  previousJobOrderId: jobOrderId.nullable(),
  /** In so many pieces this operation hands on to the next one; null: only the whole lot at once. */
  transferQuantity: z.int().positive().max(10_000_000).nullable(),
});

/** What came to an operation, computed by the MES and sent with the job order (RW-3). Quantities are whole pieces. */
export const upstreamSchema = z.looseObject({
  /** Good pieces of the operation before it, in whole transfer quantities until that has ended. */
  handedOn: z.int().nonnegative(),
  /** Pieces that this operation had sent to rework and that came back good. */
  returned: z.int().nonnegative().default(0),
  /** The operation before it has ended: no more will come. */
  isFinished: z.boolean(),
  asOfUtc: z.iso.datetime(),
});
export type Upstream = z.infer<typeof upstreamSchema>;

/** An operation of the same production order that lies before this one: where a piece can be sent back to. */
export const earlierOperationSchema = z.looseObject({
  jobOrderId,
  operation: operationSchema,
  workUnit: z.string().min(1).max(40),
  plannedQuantity: z.int().positive(),
});
export type EarlierOperation = z.infer<typeof earlierOperationSchema>;

/** Of a rework order: whose pieces it repairs, and which booking sent them. */
export const reworkOfSchema = z.looseObject({
  jobOrderId,
  bookingId: z.uuid(),
  reasonCode: z.string().nullable(),
  operation: operationSchema,
});

/** The job order that a booking of rework leads to: the same one whoever computes it, however often (RW-7). */
export function reworkOrderId(productionOrderId: string, bookingId: string): string {
  return `${productionOrderId}${reworkOrderEnd(bookingId)}`;
}

/** What the id of that job order ends with, whatever production order it belongs to. */
export function reworkOrderEnd(bookingId: string): string {
  return `-R${bookingId.replaceAll("-", "").slice(-12).toUpperCase()}`;
}
