import { z } from "zod";
import { amountFromZeroSchema } from "./amount.ts";

/** One line of the bill of material of a job order. What is optional was not told by older planning systems. */
export const materialLineSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  location: z.string(),
  /** What one piece takes, scrap pieces too. Absent: nobody knows, so nothing is calculated. */
  quantityPerPiece: amountFromZeroSchema.optional(),
  /** UCUM or UNECE code; absent: pieces. */
  unit: z.string().max(12).optional(),
  /** Lots of another revision of the item are refused; absent: any fits. */
  revision: z.string().max(20).nullish(),
  /** Consumption follows from the pieces made; false: only what is issued by hand counts. */
  backflush: z.boolean().optional(),
});
export type MaterialLine = z.infer<typeof materialLineSchema>;

/** Backflush is the rule wherever a quantity per piece is known. */
export function isBackflushed(line: MaterialLine): boolean {
  return line.quantityPerPiece !== undefined && line.backflush !== false;
}
