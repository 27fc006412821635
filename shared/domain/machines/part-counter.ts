import type { Instant } from "../../lib/clock.ts";

/** The reading from which the next difference is taken. */
export interface PartCounter {
  readonly signalId: string;
  readonly counter: number;
  readonly at: Instant;
  /** The machine's own time of the reading, if it sent one. */
  readonly sourceUtc: string | null;
  /** Of orders that ran together at the last reading: who, and how far their round had come. */
  readonly split?: { readonly company: string; readonly phase: number };
}

/** Pieces of one count as a person set them at the station, over what the mapping says. */
export interface CountFactor {
  readonly piecesPerCount: number;
  readonly factorVersion: number;
}

/** Key of the rows of one count signal. */
export function counterKey(machineId: string, signalId: string): string {
  return `${machineId}/${signalId}`;
}
