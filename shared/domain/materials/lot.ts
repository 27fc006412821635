import { z } from "zod";
import { amountSchema } from "./amount.ts";

/** A material lot that a scan at this station may name. */
export const lotSchema = z.looseObject({
  lotId: z.string().min(1).max(40),
  item: z.object({ itemId: z.string().min(1).max(40), name: z.string().min(1).max(120) }),
  /** In it when the MES told of it; what this station took out of it since is the station's to know. */
  quantity: z.union([z.int().nonnegative(), amountSchema]),
  /** When `quantity` was counted; left out: when the MES was first told of this quantity. */
  quantityAsOfUtc: z.iso.datetime().nullish(),
  expiresUtc: z.iso.datetime().nullable(),
  /** The hold that blocks it, or null. */
  hold: z.string().max(80).nullable(),
  unit: z.string().max(12).optional(),
  revision: z.string().max(20).nullish(),
  /** Only "released" may be used; absent: released. */
  qualityStatus: z.enum(["released", "quarantine", "blocked"]).optional(),
  supplier: z.string().max(80).nullish(),
  supplierLot: z.string().max(40).nullish(),
  /** Where it lies. */
  location: z.string().max(40).optional(),
  /** The job order that made it: here genealogy goes on to the materials of that order. */
  madeByJobOrderId: z.string().max(40).nullish(),
});
export type Lot = z.infer<typeof lotSchema>;

/** The hold, or a quality status that is not "released", in words; null: it may be used. */
export function lotHold(lot: Lot): string | null {
  if (lot.hold !== null) return lot.hold;
  return lot.qualityStatus === undefined || lot.qualityStatus === "released" ? null : lot.qualityStatus;
}
