import { z } from "zod";

const sha256 = z.string().max(95);

/** What people decide about the connections to machines: an audit must find who did it and when (62443-4-2 CR 2.8). */
export const commissioningEvents = {
  "mapping.saved": z.looseObject({
    /** Digest of the file as it was written. */
    version: z.string().max(64),
    previous: z.string().max(64),
    /** Machines that came, went or changed. */
    machineIds: z.array(z.string().max(40)).max(100),
  }),
  /** Of a machine's certificate. trusted: the station talks to whoever proves to hold it. */
  "certificate.judged": z.looseObject({
    sha256,
    subject: z.string().max(400),
    verdict: z.enum(["trusted", "rejected"]),
  }),
} as const;
