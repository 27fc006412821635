import { z } from "zod";
import { orderGenealogySchema } from "./genealogy-pages.ts";
import { unitRowSchema } from "./unit-row.ts";

/**
 * GET /api/v1/units/{sscc}: more than one only where two units wrongly have the same number. It is found by every SSCC it
 * ever had; `sscc` of the unit is the one that is valid now.
 */
export const unitPageSchema = z.strictObject({
  asOfUtc: z.string(),
  sscc: z.string(),
  units: z.array(
    unitRowSchema.extend({
      customerName: z.string().nullable(),
      labels: z.int().nonnegative(),
      /** From before it was opened again: labels with them are void. */
      voidSsccs: z.array(z.string()),
      contents: z.array(
        z.strictObject({
          jobOrderId: z.string(),
          quantity: z.int().positive(),
          serials: z.array(z.string()),
          /** Of a unit that stands inside. */
          sscc: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type UnitPage = z.infer<typeof unitPageSchema>;

/** GET /api/v1/genealogy/serials/{serial}: each piece that has the number, with all that went into it. */
export const serialGenealogySchema = z.strictObject({
  asOfUtc: z.string(),
  serial: z.string(),
  pieces: z.array(
    z.strictObject({
      eventId: z.string(),
      itemId: z.string(),
      jobOrderId: z.string(),
      stationId: z.string(),
      /** The how manieth its station had made of the order when it was scanned. */
      piece: z.int(),
      atUtc: z.string(),
      personName: z.string().nullable(),
      unit: unitRowSchema.nullable(),
      lots: orderGenealogySchema.shape.lots,
      work: orderGenealogySchema.shape.work,
    }),
  ),
});
export type SerialGenealogy = z.infer<typeof serialGenealogySchema>;
