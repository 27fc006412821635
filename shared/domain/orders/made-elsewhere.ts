import { z } from "zod";

/**
 * What all other stations have booked on an order, computed by the MES for each station (SE-15). Always a whole sum, never
 * a step: the newest one says it all. Quantities are whole pieces; below zero where more was taken back there than booked.
 */
export const madeElsewhereSchema = z.looseObject({
  jobOrderId: z.string().min(1).max(40),
  good: z.int(),
  scrap: z.int(),
  rework: z.int(),
  /** So many stations have begun it or booked on it, beside the one that is told. */
  stations: z.int().nonnegative(),
  asOfUtc: z.iso.datetime(),
});
export type MadeElsewhere = z.infer<typeof madeElsewhereSchema>;
