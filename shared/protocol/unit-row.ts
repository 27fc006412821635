import { z } from "zod";
import { unitKind } from "../domain/packing/events.ts";

/** A box or pallet in a list. */
export const unitRowSchema = z.strictObject({
  unitId: z.string(),
  stationId: z.string(),
  kind: unitKind,
  itemName: z.string(),
  /** The order for which it was opened. */
  jobOrderId: z.string(),
  /** null: it is open. */
  sscc: z.string().nullable(),
  closedUtc: z.string().nullable(),
  pieces: z.int().nonnegative(),
  isInside: z.boolean(),
  /** Of the unit it stands in, once that is closed. */
  insideSscc: z.string().nullable(),
});
export type UnitRow = z.infer<typeof unitRowSchema>;
