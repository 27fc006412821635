import { accept, type Result, refuse } from "../../lib/result.ts";
import type { RefusalCode } from "../refusal.ts";

/**
 * What a job order is in (ISA-95 part 4, OPC 10031-4): stored: known, and not allowed to start; allowed; setting-up and
 * running; paused by a person and held by the planner (both "interrupted"); finished ("ended") and aborted; revoked:
 * taken back before anyone began it.
 */
export const jobOrderStates = [
  "stored",
  "allowed",
  "setting-up",
  "running",
  "paused",
  "held",
  "finished",
  "aborted",
  "revoked",
] as const;
export type JobOrderState = (typeof jobOrderStates)[number];

/**
 * What may happen to a job order. Of the planner: store, allow, hold, revoke; of the station: all others. A hold and a
 * revocation of an order that was begun only interrupt it: a person at the station ends it, with all that was made.
 */
export const jobOrderMoves = [
  "store",
  "allow",
  "begin-set-up",
  "run",
  "pause",
  "resume",
  "finish",
  "finish-short",
  "hold",
  "abort",
  "revoke",
] as const;
export type JobOrderMove = (typeof jobOrderMoves)[number];

interface Refused {
  readonly refused: RefusalCode;
}
export type JobOrderCell = JobOrderState | Refused;

const no = (refused: RefusalCode): Refused => ({ refused });
const everyMove = (refused: RefusalCode): Record<JobOrderMove, Refused> =>
  Object.fromEntries(jobOrderMoves.map((move) => [move, no(refused)])) as Record<JobOrderMove, Refused>;

/** Rule OR-1: every state by every move, the next state or why not. A missing cell does not compile. */
const jobOrderTable = {
  stored: {
    store: "stored",
    allow: "allowed",
    "begin-set-up": no("order-blocked"),
    run: no("order-blocked"),
    pause: no("order-not-running"),
    resume: no("order-not-paused"),
    finish: no("order-not-started"),
    "finish-short": no("order-not-started"),
    hold: "stored",
    abort: no("order-not-started"),
    revoke: "revoked",
  },
  allowed: {
    store: "allowed",
    allow: "allowed",
    "begin-set-up": "setting-up",
    run: "running",
    pause: no("order-not-running"),
    resume: no("order-not-paused"),
    finish: no("order-not-started"),
    "finish-short": no("order-not-started"),
    hold: "stored",
    abort: no("order-not-started"),
    revoke: "revoked",
  },
  "setting-up": {
    store: "setting-up",
    allow: "setting-up",
    "begin-set-up": no("order-in-set-up"),
    run: "running",
    pause: "paused",
    resume: no("order-not-paused"),
    finish: "finished",
    "finish-short": "finished",
    hold: "held",
    abort: "aborted",
    revoke: "held",
  },
  running: {
    store: "running",
    allow: "running",
    "begin-set-up": "setting-up",
    run: no("order-already-running"),
    pause: "paused",
    resume: no("order-not-paused"),
    finish: "finished",
    "finish-short": "finished",
    hold: "held",
    abort: "aborted",
    revoke: "held",
  },
  paused: {
    store: "paused",
    allow: "paused",
    "begin-set-up": "setting-up",
    run: no("order-not-in-set-up"),
    pause: no("order-not-running"),
    resume: "running",
    finish: "finished",
    "finish-short": "finished",
    hold: "held",
    abort: "aborted",
    revoke: "held",
  },
  held: {
    store: "held",
    allow: "held",
    "begin-set-up": "setting-up",
    run: no("order-not-in-set-up"),
    pause: no("order-not-running"),
    resume: "running",
    finish: "finished",
    "finish-short": "finished",
    hold: "held",
    abort: "aborted",
    revoke: "held",
  },
  finished: everyMove("order-already-finished"),
  aborted: everyMove("order-aborted"),
  revoked: { ...everyMove("order-cancelled"), store: "stored", revoke: "revoked" },
} as const satisfies Readonly<Record<JobOrderState, Readonly<Record<JobOrderMove, JobOrderCell>>>>;

/** @returns the state after the move, or why there is none */
export function moveJobOrder(state: JobOrderState, move: JobOrderMove): Result<JobOrderState, RefusalCode> {
  const cell: JobOrderCell = jobOrderTable[state][move];
  return typeof cell === "string" ? accept(cell) : refuse(cell.refused);
}
