import { z } from "zod";

/** A wearing tool of a work unit; its life is counted in machine cycles. */
export const toolSchema = z.looseObject({
  toolId: z.string().min(1).max(40),
  name: z.string().min(1).max(80),
  workUnit: z.string().min(1).max(40),
  lifeLimitCycles: z.int().positive(),
  /** From this many cycles on the station warns. */
  warnAtCycles: z.int().positive(),
});
export type Tool = z.infer<typeof toolSchema>;
