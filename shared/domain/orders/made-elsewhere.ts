import { z } from "zod";
import type { MasterData } from "../master-data.ts";
import { goodQuantity, type JobOrderProgress } from "./job-order-progress.ts";

/**
 * What all other stations have booked on an order, computed by the MES for each station (SE-15). Always a whole sum, never
 * a step: the newest one says it all. Quantities are whole pieces; below zero where more was taken back there than booked.
 */
export const madeElsewhereSchema = z.looseObject({
  jobOrderId: z.string().min(1).max(40),
  good: z.int(),
  scrap: z.int(),
  rework: z.int(),
  /** So many stations have begun it or booked on it, beside the one that is told. */
  stations: z.int().nonnegative(),
  asOfUtc: z.iso.datetime(),
});
export type MadeElsewhere = z.infer<typeof madeElsewhereSchema>;

type Told = Pick<MasterData, "made-elsewhere">;

/** Good pieces of other stations, as far as this one was told. */
export function goodElsewhere(master: Told, jobOrderId: string): number {
  return master["made-elsewhere"].get(jobOrderId)?.good ?? 0;
}

/** Pieces of any sort that other stations have booked, as far as this one was told. */
export function producedElsewhere(master: Told, jobOrderId: string): number {
  const told = master["made-elsewhere"].get(jobOrderId);
  return told === undefined ? 0 : told.good + told.scrap + told.rework;
}

/** All good pieces this station knows of: its own, and what it was told of the others. What is its own stays its own. */
export function knownGood(progress: JobOrderProgress, master: Told): number {
  return goodQuantity(progress) + goodElsewhere(master, progress.jobOrderId);
}

/** Good pieces that are missing to what is planned, by all that is known here. */
export function missingQuantity(progress: JobOrderProgress, master: Told): number {
  return Math.max(0, progress.plannedQuantity - knownGood(progress, master));
}
