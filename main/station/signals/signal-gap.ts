/** Why samples are missing. "damaged": they were stored and cannot be read any more. */
export type GapCause =
  | "disconnected"
  | "server-restarted"
  | "queue-overflow"
  | "sequence-lost"
  | "collector-died"
  | "collector-stopped"
  | "not-stored"
  | "damaged";

/** A span in which values may be missing. Whoever sees it must not draw or integrate across it. */
export interface SignalGap {
  /** null: all machines. */
  readonly machineId: string | null;
  /** Number of the signal; null: all signals of the machine. */
  readonly signal: number | null;
  readonly fromUs: number;
  /** null: still open. */
  readonly toUs: number | null;
  readonly cause: GapCause;
}
