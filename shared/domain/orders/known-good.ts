import type { MasterData } from "../master-data.ts";
import { goodQuantity, type JobOrderProgress } from "./job-order-progress.ts";

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
