import { z } from "zod";

const decimalText = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/);

/** A measured characteristic of an inspection plan. Limits are decimal text, so 40.000 keeps its three digits. */
export const characteristicSchema = z.looseObject({
  characteristicId: z.string().min(1).max(40),
  name: z.string().min(1).max(80),
  unit: z.string().max(12),
  nominal: decimalText,
  lowerLimit: decimalText,
  upperLimit: decimalText,
  decimals: z.int().min(0).max(6),
  sampleSize: z.int().min(1).max(25),
  /** A sample is due after this many produced pieces. */
  everyPieces: z.int().positive(),
  gaugeId: z.string().max(40).nullable(),
});
export type Characteristic = z.infer<typeof characteristicSchema>;
