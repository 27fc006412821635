import { z } from "zod";

/** What the thread of the trends is asked; the window is the station's to say, so that no screen's clock matters. */
export const trendRequestSchema = z.strictObject({
  requestId: z.int(),
  machineId: z.string(),
  signals: z.array(z.strictObject({ signalId: z.string(), scale: z.number() })),
  fromMs: z.number(),
  toMs: z.number(),
  points: z.int(),
});
export type TrendRequest = z.infer<typeof trendRequestSchema>;
