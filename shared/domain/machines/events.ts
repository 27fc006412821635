import { z } from "zod";
import { machineStateSchema } from "./machine-state.ts";

/** What the delta rule made of a reading; only the first four move the count. */
export const countKind = z.enum(["advance", "rollover", "reset", "baseline", "stepped-back", "implausible"]);
export type CountKind = z.infer<typeof countKind>;

const machineId = z.string();
const count = z.int().nonnegative();
/** How long before the entry's own time something was so; measured, so no clock makes it negative. */
const agoMs = z.int().nonnegative();

/** Payloads of the events of machines at their newest versions; `event-versions.ts` brings older ones up. */
export const machineEvents = {
  /** `delta` pieces made since the last reading, `scrap` of them bad by the machine's own judgement. */
  "parts.counted": z.looseObject({
    machineId,
    signalId: z.string(),
    delta: count,
    scrap: count,
    /** Counts of the machine in which they were made: what wears a tool. */
    cycles: count,
    /** Pieces of one count when these were made. */
    piecesPerCount: z.int().positive(),
    /** New baseline of the delta rule. */
    counter: count,
    previous: count.nullable(),
    kind: countKind,
    /**
     * Only where several orders ran together: who took part with how many pieces per cycle, and how far their round has
     * come. Each of them has an entry of its own for one reading; only the first carries its cycles.
     */
    split: z.object({ company: z.string(), phase: count }).optional(),
    /** Tools that worked in these cycles; their life grows by `cycles`. */
    toolIds: z.array(z.string()),
    sourceUtc: z.iso.datetime().nullable(),
    statusCode: z.int().nonnegative(),
  }),
  /** From the next reading on, one count of this signal stands for so many pieces. */
  "counting.factor-set": z.looseObject({
    machineId,
    signalId: z.string(),
    piecesPerCount: z.int().positive().max(10_000),
    was: z.int().positive(),
    /** 1 for the first one a person sets; the mapping's own is 0. */
    factorVersion: z.int().positive(),
  }),
  "machine.state-changed": z.looseObject({
    machineId,
    /** Of the machine; null: that of the station. */
    workUnit: z.string().nullable(),
    state: machineStateSchema,
    was: machineStateSchema,
    basis: z.enum(["signal", "counts", "silence", "calendar"]),
    /** The raw value behind it as text, for the audit; null for no signal. */
    raw: z.string().nullable(),
    /** The state began so long before this entry: at the last piece, at the last word. */
    agoMs,
    /** Only in entries of version 1, whose stops had no events of their own. */
    impliesStop: z.boolean().optional(),
  }),
  /** Values may be missing between the two instants, with the cause; nothing is interpolated (I-14). */
  "machine.gap-recorded": z.looseObject({
    machineId,
    fromUtc: z.iso.datetime(),
    toUtc: z.iso.datetime(),
    cause: z.enum(["connection-lost", "session-lost", "collector-restarted", "queue-overflow"]),
  }),
} as const;
