import type { RecordedEvent } from "../event.ts";
import type { LotMark, MaterialIssue } from "../materials/material-load.ts";
import type { Instruction } from "../orders/instruction.ts";
import type { OrderSums } from "../orders/job-order-progress.ts";

/** An event with the station that recorded it. Those of one station come in its own order, stations in any. */
export type StationEvent = RecordedEvent & { readonly stationId: string; readonly workUnit: string };

export const partakerKinds = ["person", "machine", "tool", "gauge"] as const;
export type PartakerKind = (typeof partakerKinds)[number];

/**
 * Somebody or something that had a part in pieces `fromPieces` + 1 to `toPieces`. A machine, tool or gauge is there once,
 * from its first use to its last; a person as often as they took over from another one (MA-40).
 */
export interface Partaker {
  readonly kind: PartakerKind;
  readonly id: string;
  readonly fromPieces: number;
  readonly toPieces: number;
  readonly fromUtc: string;
  readonly toUtc: string;
}

export interface TracedLine {
  readonly itemId: string;
  readonly unit: string;
  readonly quantityPerPiece: string | null;
  readonly backflush: boolean;
  readonly marks: readonly LotMark[];
  readonly issues: readonly MaterialIssue[];
}

/** A rule of the scan that somebody set aside on this order. */
export interface TracedOverride {
  readonly lotId: string;
  readonly rule: string;
  readonly reasonCode: string;
  readonly personId: string | null;
  readonly atUtc: string;
}

/** From piece `atPieces` + 1 on these were valid. */
export interface InstructionMark {
  readonly atPieces: number;
  readonly atUtc: string;
  readonly instructions: readonly Instruction[];
}

/** All that went into one order at one station. */
export interface WorkTrace {
  readonly stationId: string;
  readonly workUnit: string;
  readonly jobOrderId: string;
  readonly sums: OrderSums;
  readonly fromUtc: string;
  readonly toUtc: string;
  readonly lines: Readonly<Record<string, TracedLine>>;
  /** Grows in place, as `bookings` does. */
  readonly partakers: Map<string, Partaker>;
  /** Key of the person among them who acted last. */
  readonly atWork: string | null;
  readonly overrides: readonly TracedOverride[];
  readonly instructions: readonly InstructionMark[];
  /** Turn of each booking that could be taken back, by its event. Grows in place: a copy a booking made long orders slow. */
  readonly bookings: Map<string, number>;
}

/** By station and order. */
export type Genealogy = ReadonlyMap<string, WorkTrace>;

export function traceKey(stationId: string, jobOrderId: string): string {
  return JSON.stringify([stationId, jobOrderId]);
}
