import { z } from "zod";

const count = z.int();
const state = z.enum([
  "released",
  "setting-up",
  "running",
  "paused",
  "held",
  "finished",
  "aborted",
  "cancelled",
]);

/** A rework order, beneath the operation whose pieces it repairs. */
const reworkRowSchema = z.strictObject({
  jobOrderId: z.string(),
  operation: z.string(),
  workUnit: z.string(),
  state,
  plannedQuantity: count,
  good: count,
  scrap: count,
});

export const routeRowSchema = z.strictObject({
  jobOrderId: z.string(),
  operation: z.string(),
  workUnit: z.string(),
  state,
  plannedQuantity: count,
  /** What the operation before has handed on; null: it is the first one. */
  handedOn: count.nullable(),
  good: count,
  scrap: count,
  rework: count,
  /** Of `rework`, still at a rework order. */
  inRework: count,
  /** FPY of ISO 22400, 0 to 1; null while nothing was inspected. */
  firstPassYield: z.number().min(0).max(1).nullable(),
  reworkOrders: z.array(reworkRowSchema),
});
export type RouteRow = z.infer<typeof routeRowSchema>;

/** The operations of a production order, first operation first. */
export const orderRouteSchema = z.strictObject({
  productionOrderId: z.string(),
  operations: z.array(routeRowSchema),
});
export type OrderRoute = z.infer<typeof orderRouteSchema>;
