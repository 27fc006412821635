import { z } from "zod";

/** A material lot that a scan at this station may name. */
export const lotSchema = z.looseObject({
  lotId: z.string().min(1).max(40),
  item: z.object({ itemId: z.string().min(1).max(40), name: z.string().min(1).max(120) }),
  quantity: z.int().nonnegative(),
  expiresUtc: z.iso.datetime().nullable(),
  /** The hold that blocks it, or null. */
  hold: z.string().max(80).nullable(),
});
export type Lot = z.infer<typeof lotSchema>;
