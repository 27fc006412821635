import { z } from "zod";
import { instructionsSchema } from "./instruction.ts";
import { countAuthority } from "./job-order.ts";

const count = z.int().min(-10_000_000).max(10_000_000);

/** How a person's booking was made; kept for the audit, never used to decide. */
export const bookingSource = z.enum(["pad", "box", "tile", "scan", "reading"]);
export type BookingSource = z.infer<typeof bookingSource>;

/** undo: within ten seconds, at the place of the booking; correction: later, by who booked it or by a lead. */
const reversalWay = z.enum(["undo", "correction"]);

/** Revisions that are valid from here on; left out: the order has no documents, or the station did not note them yet. */
const instructions = instructionsSchema.optional();

const totals = { good: z.int(), scrap: z.int(), rework: z.int() };

/** Payloads of the events of job orders, by type and version 1. Quantities are deltas (I-21). */
export const orderEvents = {
  /** With what was true of the order when it started, so that a fold needs no master data. */
  "order.started": z.looseObject({
    countAuthority,
    plannedQuantity: z.int().positive(),
    /** What it starts with; entries without it started the run. */
    phase: z.enum(["set-up", "run"]).optional(),
    /** Only when the station had not heard of the MES for long: how old the order was; null: it never had (OR-9). */
    staleDataMs: z.int().nonnegative().nullable().optional(),
    instructions,
  }),
  /** Set-up of an order that was begun before. */
  "order.set-up-begun": z.looseObject({ instructions }),
  "order.run-begun": z.looseObject({ instructions }),
  "order.paused": z.looseObject({
    reasonCode: z.string(),
    /** Only when one key paused several orders that ran together: all of them, this one included (SE-17). */
    together: z.array(z.string().min(1).max(40)).min(2).max(100).optional(),
  }),
  "order.resumed": z.looseObject({ instructions }),
  /** The station obeyed the planner while the order was worked; with the planner's words (OR-4). */
  "order.held": z.looseObject({ cause: z.enum(["hold", "cancelled", "aborted"]), reason: z.string() }),
  /** The planner changed the quantity of an order that was begun. `good` is what had been made by then. */
  "order.plan-changed": z.looseObject({
    plannedQuantity: z.int().positive(),
    was: z.int().positive(),
    good: z.int(),
  }),
  /** Totals at the end. They have no limit of their own: a machine may well make more than was planned. */
  "order.finished": z.looseObject({
    ...totals,
    /** Only when good pieces are missing. */
    short: z.object({ missing: z.int().positive(), reasonCode: z.string() }).optional(),
    /** What the station believed was planned, so that a cut it had not heard of shows. Absent in older journals. */
    plannedQuantity: z.int().optional(),
  }),
  /** A lead gave it up, or a person at the station obeyed the planner. */
  "order.aborted": z.looseObject({ ...totals, missing: z.int().nonnegative(), reasonCode: z.string() }),
  "quantity.reported": z.looseObject({
    good: count,
    scrap: count,
    rework: count,
    reasonCode: z.string().nullable(),
    source: bookingSource,
    /** Only of one good piece that carries a number of its own. */
    piece: z.object({ itemId: z.string(), serial: z.string().min(1).max(20) }).optional(),
    /** Only of rework that goes back to an earlier operation; the rework order's id follows from this event's (RW-7). */
    reworkTo: z
      .looseObject({ jobOrderId: z.string().min(1).max(40), operation: z.string().max(10) })
      .optional(),
    /** Only with source "reading": the counter before and after these pieces. */
    reading: z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() }).optional(),
  }),
  /** What a counter shows where the pieces of an order begin; books nothing. */
  "reading.noted": z.looseObject({ reading: z.int().nonnegative() }),
  /** Counter-booking: the original stays, both totals remain visible (I-2). Deltas are already negated. */
  "quantity.reversed": z.looseObject({
    reverses: z.uuid(),
    good: count,
    scrap: count,
    rework: count,
    /** So many pieces of the original; null: all of it (version 1 knew nothing else). */
    quantity: z.int().positive().nullable(),
    how: reversalWay,
  }),
  /**
   * An order began, paused, went on or ended at another time than recorded. The original stays; deltas are what its times
   * change by, so that their sum knows no order.
   */
  "time.corrected": z.looseObject({
    of: z.uuid(),
    /** Positive: later. */
    shiftMs: z.int(),
    runMs: z.int(),
    setUpMs: z.int(),
    /** The pause that begins or ends then; null: none does. */
    stop: z.object({ stopId: z.uuid(), edge: z.enum(["start", "end"]) }).nullable(),
  }),
} as const;
