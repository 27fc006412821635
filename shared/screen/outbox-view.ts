/** What a refused booking was, as far as a person must know to look for it. */
export const refusedThings = [
  "order-started",
  "order-paused",
  "order-resumed",
  "order-finished",
  "order-set-up",
  "order-run",
  "order-held",
  "order-plan",
  "order-aborted",
  "counted",
  "good",
  "scrap",
  "rework",
  "taken-back",
  "measured",
  "measurement-withdrawn",
  "defect",
  "material",
  "other",
] as const;
export type RefusedThing = (typeof refusedThings)[number];

/** Why the MES will never apply a booking; "other": a reason that only a later version knows. */
export const refusalReasons = [
  "unknown-order",
  "order-cancelled",
  "order-finished",
  "invalid-payload",
  "unknown-reversal",
  "order-state",
  "other",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Master data that the MES sends down; "other": a kind that only a later version knows. */
export const directiveKinds = [
  "job-order",
  "made-elsewhere",
  "reason",
  "defect-code",
  "characteristic",
  "person",
  "lot",
  "tool",
  "shift-calendar",
  "sscc-range",
  "message",
  "other",
] as const;

/** Why the station could not use what the MES sent. */
export const directiveFaults = ["malformed", "invalid-body", "wrong-id", "out-of-order"] as const;

/** What became of all that this station recorded. */
export interface OutboxView {
  /** Entries that the MES has confirmed, refused ones included. */
  readonly received: number;
  /** Stored at the MES and applied when something else has happened there; nothing to do here. */
  readonly held: number;
  /** Refused for good, not yet seen by a lead. */
  readonly refused: number;
  /** Newest first, seen ones included. */
  readonly refusals: readonly RefusedRow[];
  /** Newest first: what the MES sent and this station could not use. */
  readonly refusedDirectives: readonly RefusedDirectiveRow[];
}

export interface RefusedRow {
  /** Newest first. Counts of the machine that were refused alike, one after the other, are one row. */
  readonly eventIds: readonly string[];
  readonly what: RefusedThing;
  readonly jobOrderId: string | null;
  readonly itemName: string | null;
  readonly quantity: number | null;
  /** null: the machine or the station by itself. */
  readonly personName: string | null;
  readonly atUtc: string;
  readonly reason: RefusalReason;
  readonly seen: { readonly personName: string; readonly atUtc: string } | null;
}

export interface RefusedDirectiveRow {
  readonly seq: number;
  readonly kind: (typeof directiveKinds)[number];
  readonly id: string;
  readonly fault: (typeof directiveFaults)[number];
}
