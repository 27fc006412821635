import { z } from "zod";

/** Prev-hash of the first entry of an epoch. */
export const GENESIS_HASH = "0".repeat(64);

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One row of the journal as it is stored and as it travels. `payload` is the exact JSON text that was hashed: nobody
 * re-encodes it on the way, so fields unknown to an older reader survive byte for byte (I-15).
 */
export const journalEntrySchema = z.strictObject({
  epoch: z.uuid(),
  seq: z.int().positive(),
  eventId: z.uuid(),
  intentId: z.string().min(1).max(100),
  type: z.string().regex(/^[a-z][a-z0-9.-]{2,59}$/),
  version: z.int().positive(),
  atUtc: z.iso.datetime(),
  monoNs: z.string().regex(/^\d{1,20}$/),
  bootId: z.string().min(1).max(64),
  mesOffsetMs: z.int().nullable(),
  clockState: z.enum(["trusted", "unknown"]),
  actor: z.string().max(40).nullable(),
  auth: z.enum(["badge", "pin", "machine", "station"]),
  workUnit: z.string().min(1).max(40),
  jobOrder: z.string().max(40).nullable(),
  payload: z.string().max(65_536),
  prevHash: hash,
  hash,
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;
export type UnsealedEntry = Omit<JournalEntry, "hash">;
