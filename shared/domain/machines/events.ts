import { z } from "zod";

/** What the delta rule made of a reading; only the first four move the count. */
export const countKind = z.enum(["advance", "rollover", "reset", "baseline", "stepped-back", "implausible"]);
export type CountKind = z.infer<typeof countKind>;

export const machineStateSchema = z.enum(["running", "stopped", "no-signal"]);
export type MachineState = z.infer<typeof machineStateSchema>;

export const machineEvents = {
  /** `delta` pieces made since the last reading; `counter` is the new baseline of the delta rule. */
  "parts.counted": z.looseObject({
    signalId: z.string(),
    delta: z.int().nonnegative(),
    counter: z.int().nonnegative(),
    previous: z.int().nonnegative().nullable(),
    kind: countKind,
    /** Tools that worked in these cycles; their life grows by `delta`. */
    toolIds: z.array(z.string()),
    sourceUtc: z.iso.datetime().nullable(),
    statusCode: z.int().nonnegative(),
  }),
  "machine.state-changed": z.looseObject({
    state: machineStateSchema,
    was: machineStateSchema,
    /** The raw value behind it, for the audit; null for no signal. */
    raw: z.int().nullable(),
    sourceUtc: z.iso.datetime().nullable(),
  }),
  /** Values may be missing between the two instants, with the cause; nothing is interpolated (I-14). */
  "machine.gap-recorded": z.looseObject({
    fromUtc: z.iso.datetime(),
    toUtc: z.iso.datetime(),
    cause: z.enum(["connection-lost", "session-lost", "collector-restarted", "queue-overflow"]),
  }),
} as const;
