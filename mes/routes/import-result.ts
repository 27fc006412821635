import { z } from "zod";

/** What an import did, row by row counted. */
export const importResultSchema = z.strictObject({
  created: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  removed: z.int().nonnegative(),
});
