import { z } from "zod";

/** Most buckets in one upload of roll-ups; a station sends fewer when a line is thin. */
const MAX_UPLOAD_BUCKETS = 4_000;
const MAX_UPLOAD_GAPS = 500;

export const MINUTE_SECONDS = 60;
export const HOUR_SECONDS = 3_600;

const name = z.string().min(1).max(80);
/** Seconds since 1970 UTC, a multiple of the bucket's length. */
const startSeconds = z.int();
/** Microseconds since 1970 UTC, as the station filed it. */
const instantUs = z.int();
const count = z.int().nonnegative();
/** null: the bucket holds no number. */
const value = z.number().nullable();

/** One bucket of one signal; what its columns mean is said in docs/spec/signals.md. */
export const rollupBucketSchema = z.strictObject({
  startSeconds,
  count,
  bad: count,
  min: value,
  max: value,
  first: value,
  last: value,
  /** Value·seconds; divided by `coveredSeconds` the time-weighted average. */
  integral: z.number(),
  coveredSeconds: z.number().nonnegative(),
});
export type RollupBucket = z.infer<typeof rollupBucketSchema>;

export const rollupSeriesSchema = z.strictObject({
  machineId: name,
  signalId: name,
  /** What the mapping of the station says the signal means, "other" where it says nothing. */
  meaning: z.string().min(1).max(40),
  unit: z.string().max(20),
  /** Shown value = stored value × scale; of a count, the pieces of one count. */
  scale: z.number(),
  bucketSeconds: z.literal([MINUTE_SECONDS, HOUR_SECONDS]),
  buckets: z.array(rollupBucketSchema).max(MAX_UPLOAD_BUCKETS),
});
export type RollupSeries = z.infer<typeof rollupSeriesSchema>;

/** Why values of a machine may be missing in a span. */
export const signalGapCauses = [
  "disconnected",
  "server-restarted",
  "queue-overflow",
  "sequence-lost",
  "collector-died",
  "collector-stopped",
  "not-stored",
  "damaged",
] as const;

export const signalGapSchema = z.strictObject({
  /** null: all machines of the station. */
  machineId: name.nullable(),
  /** null: all signals of the machine. */
  signalId: name.nullable(),
  fromUs: instantUs,
  /** null: still open. */
  toUs: instantUs.nullable(),
  cause: z.enum(signalGapCauses),
});
export type SentGap = z.infer<typeof signalGapSchema>;

export const sentMachineSchema = z.strictObject({
  machineId: name,
  name,
  workUnit: z.string().min(1).max(40),
});
export type SentMachine = z.infer<typeof sentMachineSchema>;

/** How far the roll-ups of one store of signals have come. */
const progress = {
  /** Which store: a station whose store was lost begins a new one, with segments from 1. */
  storeId: z.string().min(1).max(64).nullable(),
  /** Every roll-up up to this segment of that store is held. */
  upTo: z.int().nonnegative(),
};

/**
 * GET /api/v1/stations/{stationId}/rollups, and the answer to each upload: what the MES holds of the station's signals.
 * The cursor lies at the MES beside the rows, so a restored or rebuilt database asks for what it lacks by itself.
 */
export const rollupStateSchema = z.strictObject({
  mesId: z.uuid(),
  mesEpoch: z.uuid(),
  stationId: z.string(),
  ...progress,
  /** Rises with every upload that is taken; the next one has to name it. */
  revision: z.int().nonnegative(),
  /** Older minutes are not kept and need not be sent. */
  minutesKeptFromSeconds: z.int(),
});
export type RollupState = z.infer<typeof rollupStateSchema>;

/**
 * POST /api/v1/stations/{stationId}/rollups. A bucket that comes again replaces the one held, a gap likewise by machine,
 * signal, beginning and cause. `afterRevision` must be the revision that the MES is at: a request that comes late, twice or
 * out of order names another one, and nothing of it is taken.
 */
export const rollupUploadSchema = z.strictObject({
  protocolVersion: z.int().positive(),
  afterRevision: z.int().nonnegative(),
  storeId: z.string().min(1).max(64),
  upTo: z.int().nonnegative(),
  machines: z.array(sentMachineSchema).max(50),
  series: z.array(rollupSeriesSchema).max(MAX_UPLOAD_BUCKETS),
  gaps: z.array(signalGapSchema).max(MAX_UPLOAD_GAPS),
});
export type RollupUpload = z.infer<typeof rollupUploadSchema>;

export const rollupAnswerSchema = rollupStateSchema.extend({
  /** false: the upload named another revision, nothing of it was stored; the station goes on from this state. */
  taken: z.boolean(),
});
export type RollupAnswer = z.infer<typeof rollupAnswerSchema>;
