import { z } from "zod";
import { directiveSchema } from "./directive.ts";
import { journalEntrySchema } from "./journal-entry.ts";
import { newestVersion, protocolHistory } from "./protocol-history.ts";

/** Version of the sync protocol: the last line of its history, which a test pins to the schemas below. */
export const PROTOCOL_VERSION = newestVersion(protocolHistory);

export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 1_000_000;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the MES durably holds of one epoch of a station. seq 0 with the genesis hash: nothing yet. */
export const headSchema = z.strictObject({ epoch: z.uuid(), seq: z.int().nonnegative(), hash });
export type Head = z.infer<typeof headSchema>;

/** GET /api/v1/stations/{stationId}/handshake?epoch=… : first on every connection (I-11). */
export const handshakeSchema = z.strictObject({
  protocolVersion: z.int().positive(),
  mesId: z.uuid(),
  /** Changes when the MES database was restored or replaced. */
  mesEpoch: z.uuid(),
  /** Of the epoch that the station asked about. */
  head: headSchema,
  /** Dense sequence of the newest directive for this station. */
  directiveSeq: z.int().nonnegative(),
  mesTimeUtc: z.iso.datetime(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** POST /api/v1/stations/{stationId}/journal */
export const uploadSchema = z.strictObject({
  protocolVersion: z.int().positive(),
  epoch: z.uuid(),
  afterSeq: z.int().nonnegative(),
  afterHash: hash,
  events: z.array(journalEntrySchema).min(1).max(MAX_BATCH_EVENTS),
});
export type Upload = z.infer<typeof uploadSchema>;

/** Why the MES will never apply an event; final (I-16). */
const rejectionCodes = [
  "unknown-order",
  "order-cancelled",
  "order-finished",
  "invalid-payload",
  "unknown-reversal",
  /** The order was not in a state from which that can be done, by the table of states. */
  "order-state",
] as const;
export const rejectionCodeSchema = z.enum(rejectionCodes);
export type RejectionCode = z.infer<typeof rejectionCodeSchema>;

/** Why the MES holds an event back until something else happens; stored and acknowledged. */
const parkingCodes = ["unknown-type", "newer-version", "depends-on-rejected"] as const;
export const parkingCodeSchema = z.enum(parkingCodes);
export type ParkingCode = z.infer<typeof parkingCodeSchema>;

export const verdictSchema = z.discriminatedUnion("verdict", [
  z.strictObject({ seq: z.int().positive(), verdict: z.literal("applied") }),
  /** Seen before; carries the verdict stored then. */
  z.strictObject({
    seq: z.int().positive(),
    verdict: z.literal("duplicate"),
    of: z.enum(["applied", "rejected", "parked"]),
    code: z.string().nullable(),
  }),
  z.strictObject({ seq: z.int().positive(), verdict: z.literal("rejected"), code: rejectionCodeSchema }),
  z.strictObject({ seq: z.int().positive(), verdict: z.literal("parked"), code: parkingCodeSchema }),
]);
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * Cumulative acknowledgement (I-9): everything up to ackSeq is durable at the MES, and ackHash is the hash of that entry.
 * verdicts has one entry for each event of the batch that it answers, up to ackSeq. ackSeq may lie behind the batch when
 * the MES held more of the epoch already; the station's cursor still goes no further than what was sent.
 */
export const acknowledgementSchema = z.strictObject({
  mesId: z.uuid(),
  mesEpoch: z.uuid(),
  stationId: z.string(),
  epoch: z.uuid(),
  ackSeq: z.int().nonnegative(),
  ackHash: hash,
  verdicts: z.array(verdictSchema).max(MAX_BATCH_EVENTS),
  mesTimeUtc: z.iso.datetime(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Closed list of machine-readable problems of the MES, sent as { error: { code, message } } with a 4xx or 5xx. */
const problemCodes = [
  "bad-request",
  "unauthorized",
  "forbidden",
  "not-found",
  "gap",
  "fork",
  "too-large",
  "unsupported-protocol",
  "too-many-requests",
  "internal",
] as const;
/** What is wrong with what somebody sent, and where: the place as the sender wrote it, `jobOrders[3].dueUtc`. */
const faultSchema = z.strictObject({ place: z.string(), what: z.string() });
export type Fault = z.infer<typeof faultSchema>;

export const problemSchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(problemCodes),
    message: z.string(),
    head: headSchema.optional(),
    /** Each thing that is wrong with an import; the message says the first and how many there are. */
    faults: z.array(faultSchema).max(500).optional(),
  }),
});
export type Problem = z.infer<typeof problemSchema>;

/**
 * GET /api/v1/stations/{stationId}/directives?after=N
 *
 * GET /api/v1/stations/{stationId}/stream is the same as a push: server-sent events, one message for each change of the
 * log (its content is not used, the station pulls), and a comment at least every 30 s as a sign of life.
 */
export const directivePageSchema = z.strictObject({
  mesId: z.uuid(),
  mesEpoch: z.uuid(),
  directives: z.array(directiveSchema).max(1000),
  /** Newest directive there is; when above the last one in this page, ask again. */
  lastSeq: z.int().nonnegative(),
});
export type DirectivePage = z.infer<typeof directivePageSchema>;
