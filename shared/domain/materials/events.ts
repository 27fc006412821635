import { z } from "zod";
import { amountFromZeroSchema, amountSchema } from "./amount.ts";

const unit = z.string().max(12);

/** Rules of the scan that a person with the right may set aside; a held lot and a wrong item are never among them. */
export const overridableRule = z.enum(["expired", "older-first"]);
export type OverridableRule = z.infer<typeof overridableRule>;

/** What a reversal takes back. */
const materialDeed = z.enum(["loaded", "returned", "issued"]);

export const materialEvents = {
  /** From here on pieces take this lot; it ends the lot before it. With what was true of the line, so that a fold needs no master data. */
  "material.loaded": z.looseObject({
    lotId: z.string(),
    itemId: z.string(),
    /** In the lot when it was loaded. */
    quantity: amountSchema,
    unit,
    revision: z.string().nullable(),
    /** null: the plan does not say, nothing is calculated. */
    quantityPerPiece: amountFromZeroSchema.nullable(),
    backflush: z.boolean(),
    /** Pieces of the order made at this station before it; null: recorded by version 1, which did not say. */
    atPieces: z.int().nullable(),
    /** The lot it takes the place of. */
    formerLotId: z.string().nullable(),
  }),
  /** Taken off the machine with the rest that is in it; pieces after it have no lot until the next is loaded. */
  "material.returned": z.looseObject({
    lotId: z.string(),
    itemId: z.string(),
    rest: amountFromZeroSchema,
    unit,
    atPieces: z.int(),
  }),
  /** Taken out by hand, beside or instead of what the pieces take. A delta. */
  "material.issued": z.looseObject({
    lotId: z.string(),
    itemId: z.string(),
    quantity: amountFromZeroSchema,
    unit,
  }),
  /** Counter-booking: the original stays. `quantity` is the negated delta of an issue, "0" for the other deeds. */
  "material.reversed": z.looseObject({
    reverses: z.uuid(),
    deed: materialDeed,
    lotId: z.string(),
    itemId: z.string(),
    quantity: amountSchema,
  }),
  /** Somebody with the right set a rule of the scan aside; the load is an event of its own right after it. */
  "material.overridden": z.looseObject({
    lotId: z.string(),
    itemId: z.string(),
    rule: overridableRule,
    reasonCode: z.string(),
    /** Expiry of the lot, or the lot that was to be used first. */
    against: z.string(),
  }),
} as const;
