import { z } from "zod";
import { overridableRule } from "../domain/materials/events.ts";
import { bookingSource } from "../domain/orders/events.ts";
import { unitKind } from "../domain/packing/events.ts";
import { disposition } from "../domain/quality/events.ts";
import type { Refusal } from "../domain/refusal.ts";

/** Made when a form opens, sent with every try: however often it arrives, it is booked once (I-3). */
const intentId = z.uuid();
const id = z.string().min(1).max(80);
/** Where it was pressed, for a terminal with several places: the work unit, and the order where several run together. */
const form = { intentId, workUnit: id.optional(), onOrder: id.optional() };
const amountText = z.string().min(1).max(20);

/** What a screen may ask of the station, by procedure name. Unknown keys are refused. */
export const commandInputs = {
  "session.signInWithPin": z.strictObject({ ...form, personId: id, pin: z.string().regex(/^\d{4,6}$/) }),
  "session.signOut": z.strictObject({ ...form, personId: id }),
  "session.unlockPin": z.strictObject({ ...form, personId: id }),
  "orders.start": z.strictObject({
    ...form,
    jobOrderId: id,
    /** What to do with the order that is active now; needed only when there is one. */
    activeOrder: z.enum(["pause", "finish", "together"]).nullable(),
    /** Without it: a new order runs, an interrupted one goes on with what it was at. */
    phase: z.enum(["set-up", "run"]).optional(),
  }),
  "orders.beginRun": z.strictObject({ ...form }),
  /** all: every order that runs on the work unit, or that was paused with the one that is shown. */
  "orders.pause": z.strictObject({ ...form, reasonCode: id, all: z.boolean().optional() }),
  "orders.resume": z.strictObject({ ...form, all: z.boolean().optional() }),
  "orders.finish": z.strictObject({ ...form }),
  "orders.finishShort": z.strictObject({ ...form, reasonCode: id }),
  "orders.abort": z.strictObject({ ...form, reasonCode: id }),
  "orders.reportGood": z.strictObject({
    ...form,
    quantity: z.int(),
    source: bookingSource,
    /** The person has seen "that is more than the order can take" and says it is so. */
    confirmed: z.boolean().optional(),
  }),
  "orders.noteReading": z.strictObject({
    ...form,
    reading: z.int().min(0).max(999_999_999),
    isStart: z.boolean(),
    confirmed: z.boolean().optional(),
  }),
  "orders.reportScrap": z.strictObject({ ...form, quantity: z.int(), reasonCode: id }),
  "orders.reportRework": z.strictObject({
    ...form,
    quantity: z.int(),
    reasonCode: id,
    /** The earlier operation that the pieces go back to; left out: they are reworked here. */
    toJobOrderId: id.optional(),
  }),
  "orders.undo": z.strictObject({ ...form, eventId: z.uuid() }),
  /** So many pieces of an earlier booking were booked wrongly. */
  "orders.correct": z.strictObject({ ...form, eventId: z.uuid(), quantity: z.int() }),
  /** It was so many minutes later; negative: earlier. */
  "orders.correctTime": z.strictObject({
    ...form,
    eventId: z.uuid(),
    shiftMinutes: z.int().min(-1_440).max(1_440),
  }),
  "quality.recordMeasurement": z.strictObject({
    ...form,
    characteristicId: id,
    /** As typed, with point or comma. */
    text: z.string().min(1).max(20),
    /** The person has seen "29.994? check the gauge" and says it is real. */
    confirmed: z.boolean(),
  }),
  "quality.withdrawMeasurement": z.strictObject({ ...form, eventId: z.uuid() }),
  "quality.logDefect": z.strictObject({ ...form, defectCode: id, quantity: z.int(), disposition }),
  "scan.submit": z.strictObject({ ...form, raw: z.string().min(1).max(4096) }),
  "scan.keep": z.strictObject({ ...form, code: z.string().min(1).max(400) }),
  "help.request": z.strictObject({
    ...form,
    category: z.enum(["lead", "material", "maintenance", "quality", "tooling", "safety"]),
  }),
  /** Amounts as typed, with point or comma. */
  "materials.returnRest": z.strictObject({ ...form, itemId: id, text: amountText }),
  "materials.issue": z.strictObject({ ...form, itemId: id, text: amountText }),
  "materials.override": z.strictObject({ ...form, lotId: id, rule: overridableRule, reasonCode: id }),
  "materials.reverse": z.strictObject({ ...form, eventId: z.uuid() }),
  "packing.open": z.strictObject({ ...form, jobOrderId: id, kind: unitKind }),
  "packing.pack": z.strictObject({ ...form, unitId: z.uuid(), jobOrderId: id, quantity: z.int() }),
  /** A closed box onto the open pallet. */
  "packing.packUnit": z.strictObject({ ...form, unitId: z.uuid(), childUnitId: z.uuid() }),
  /** All of one packing, or so many pieces of it. */
  "packing.unpack": z.strictObject({
    ...form,
    unitId: z.uuid(),
    packedEventId: z.uuid(),
    quantity: z.int().optional(),
  }),
  "packing.close": z.strictObject({ ...form, unitId: z.uuid() }),
  "packing.reopen": z.strictObject({ ...form, unitId: z.uuid(), reasonCode: id }),
  "packing.printLabel": z.strictObject({ ...form, unitId: z.uuid() }),
  "machines.setPiecesPerCount": z.strictObject({
    ...form,
    machineId: id,
    signalId: id,
    piecesPerCount: z.int().min(1).max(10_000),
  }),
  /** Somebody has seen an alarm: this coming of it, and none that came since. */
  "machines.acknowledgeAlarm": z.strictObject({
    ...form,
    machineId: id,
    alarmId: z.string().min(1).max(240),
    occurrence: z.string().min(1).max(128),
  }),
  "stops.qualify": z.strictObject({ ...form, stopId: z.uuid(), reasonCode: id }),
  /** Bookings that the MES refused and a lead has looked into. */
  "sync.markSeen": z.strictObject({ ...form, eventIds: z.array(z.uuid()).min(1).max(100) }),
  "maintenance.changeTool": z.strictObject({ ...form, toolId: id }),
} as const;
export type CommandName = keyof typeof commandInputs;
export type CommandInput<Name extends CommandName> = z.infer<(typeof commandInputs)[Name]>;

/** "ok" is said only after COMMIT with synchronous=FULL returned (I-1). */
export type CommandAnswer =
  | {
      readonly ok: true;
      /** Event that carries the booking; null when nothing had to be recorded. */
      readonly eventId: string | null;
      /** This intent was booked before: this is the first result again. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };
