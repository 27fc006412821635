import { z } from "zod";

export const stationEvents = {
  /** First entry of every epoch: why there is a new one and what the old one ended with (I-6, I-12). */
  "epoch.opened": z.looseObject({
    cause: z.enum(["first-start", "rolled-back", "mes-ahead"]),
    previousEpoch: z.uuid().nullable(),
    previousSeq: z.int().nonnegative().nullable(),
  }),
  /** A lead has looked into bookings that the MES refused; settles nothing there. */
  "rejection.seen": z.looseObject({ eventIds: z.array(z.string().max(80)).min(1).max(100) }),
} as const;
