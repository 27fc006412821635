import { z } from "zod";
import { partakerKinds } from "../domain/genealogy/work-trace.ts";
import { unitRowSchema } from "./unit-row.ts";

const pieces = z.int().nonnegative();

/** Pieces `fromPieces` + 1 to `toPieces` of an order at a station took a lot. */
const lotUsageSchema = z.strictObject({
  stationId: z.string(),
  workUnit: z.string(),
  jobOrderId: z.string(),
  itemId: z.string(),
  lotId: z.string(),
  loadEventId: z.string(),
  fromPieces: pieces,
  toPieces: pieces,
  /** Decimal text in `unit`; null: the plan does not say what a piece takes. */
  consumed: z.string().nullable(),
  unit: z.string(),
  fromUtc: z.string(),
  /** null: still loaded, or the order ended with it. */
  toUtc: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
});

const partakerSchema = z.strictObject({
  kind: z.enum(partakerKinds),
  id: z.string(),
  /** Of a person; else the id. */
  name: z.string(),
  fromPieces: z.int(),
  toPieces: z.int(),
  fromUtc: z.string(),
  toUtc: z.string(),
});

const overrideSchema = z.strictObject({
  lotId: z.string(),
  rule: z.string(),
  reasonCode: z.string(),
  personId: z.string().nullable(),
  atUtc: z.string(),
});

/** A revision of a document by which pieces `fromPieces` + 1 to `toPieces` were made. */
const instructionUseSchema = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  revision: z.string(),
  fromPieces: z.int(),
  toPieces: z.int(),
  fromUtc: z.string(),
});

/** What a machine measured in the time of the work, or of one piece of it. */
const processValueSchema = z.strictObject({
  machineId: z.string(),
  machineName: z.string(),
  signalId: z.string(),
  /** UCUM or UNECE code; empty: none. */
  unit: z.string(),
  mean: z.number(),
  min: z.number(),
  max: z.number(),
  /** Means in order of time, all of one length; null: nothing was measured then. */
  points: z.array(z.number().nullable()),
  bucketSeconds: z.int(),
});
export type ProcessValue = z.infer<typeof processValueSchema>;

/** What was measured of a characteristic on an order. */
const checkSchema = z.strictObject({
  characteristicId: z.string(),
  name: z.string(),
  measured: z.int(),
  outside: z.int(),
});

const repairSchema = z.strictObject({
  jobOrderId: z.string(),
  /** So many were sent there and not taken back. */
  pieces,
});

/** Backward: what went into an order. */
export const orderGenealogySchema = z.strictObject({
  asOfUtc: z.string(),
  jobOrderId: z.string(),
  itemName: z.string().nullable(),
  /** The machine programme that the planner names; null: none. */
  programId: z.string().nullable(),
  /** Of the whole order, also where one piece was asked for. */
  checks: z.array(checkSchema),
  /** Lots that came out of it. */
  madeLots: z.array(z.string()),
  /** Of a rework order: whose pieces it repairs, and which gets them back. */
  repairs: repairSchema.nullable(),
  /** Rework orders that repair pieces of it. */
  reworkOrders: z.array(repairSchema),
  lots: z.array(lotUsageSchema),
  work: z.array(
    z.strictObject({
      stationId: z.string(),
      workUnit: z.string(),
      fromUtc: z.string(),
      toUtc: z.string(),
      /** Good, scrap and rework. */
      pieces: z.int(),
      partakers: z.array(partakerSchema),
      overrides: z.array(overrideSchema),
      instructions: z.array(instructionUseSchema),
      /** The time in which `values` were measured: that of the work, or of the piece that was asked for. */
      window: z.strictObject({ fromUtc: z.string(), toUtc: z.string() }).nullable(),
      values: z.array(processValueSchema),
    }),
  ),
});
export type OrderGenealogy = z.infer<typeof orderGenealogySchema>;

/** Forward: where a lot went. */
export const lotGenealogySchema = z.strictObject({
  asOfUtc: z.string(),
  lotId: z.string(),
  /** null: the planner never told of the lot; a station has loaded it all the same. */
  item: z.object({ itemId: z.string(), name: z.string() }).nullable(),
  supplier: z.string().nullable(),
  supplierLot: z.string().nullable(),
  hold: z.string().nullable(),
  madeByJobOrderId: z.string().nullable(),
  uses: z.array(lotUsageSchema),
});
export type LotGenealogy = z.infer<typeof lotGenealogySchema>;

/** Everything that holds some of a lot. */
export const lotRecallSchema = z.strictObject({
  asOfUtc: z.string(),
  lotId: z.string(),
  /** Each piece once. */
  pieces,
  affected: z.array(
    z.strictObject({
      jobOrderId: z.string(),
      stationId: z.string(),
      workUnit: z.string(),
      fromPieces: pieces,
      toPieces: pieces,
      viaLotId: z.string(),
      /** 1: took the lot itself; 2: took a lot made of it; and so on. */
      depth: z.int().positive(),
    }),
  ),
  /** Boxes and pallets that hold or may hold some of it, by their SSCC; open ones, which have none, last. */
  units: z.array(
    unitRowSchema.extend({
      customerName: z.string().nullable(),
      /** From before it was opened again: somebody may know it by these. */
      voidSsccs: z.array(z.string()),
    }),
  ),
  serials: z.array(
    z.strictObject({
      itemId: z.string(),
      serial: z.string(),
      jobOrderId: z.string(),
      stationId: z.string(),
      /** The how manieth its station had made of the order when it was scanned. */
      piece: z.int(),
      /** Of the closed box it is in; null: in none, or in one that is open. */
      sscc: z.string().nullable(),
    }),
  ),
});
export type LotRecall = z.infer<typeof lotRecallSchema>;
