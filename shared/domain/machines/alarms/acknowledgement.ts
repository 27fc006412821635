import type { AcknowledgeOutcome } from "./events.ts";

/** Somebody has seen an alarm. */
export interface Acknowledgement {
  readonly eventId: string;
  readonly machineId: string;
  readonly alarmId: string;
  /** Tells this coming of the alarm from others. */
  readonly came: string;
  readonly occurrence: string;
  readonly takenBy: "machine" | "station";
  readonly personId: string | null;
  readonly atUtc: string;
  /** Of the machine; null: none yet, or none is asked for. */
  readonly answer: { readonly outcome: AcknowledgeOutcome; readonly status: string | null } | null;
  /** Grows with every one. */
  readonly turn: number;
}

/** A day of a station where everything goes wrong. */
export const KEPT_ACKNOWLEDGEMENTS = 500;
