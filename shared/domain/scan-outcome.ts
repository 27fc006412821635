export type ScanVerdict = "done" | "shown" | "duplicate" | "wrong" | "blocked" | "ambiguous" | "unknown";

/** Closed list of what a scan led to; the screen has a sentence for each. */
export const scanOutcomes = [
  "order-started",
  "order-resumed",
  "order-shown",
  "order-choice",
  "order-elsewhere",
  "order-blocked",
  "order-cancelled",
  "order-finished",
  "sign-in-first",
  "signed-in",
  "signed-out",
  "lot-loaded",
  "lot-already-loaded",
  "lot-changed",
  "lot-wrong-item",
  "lot-wrong-revision",
  "lot-empty",
  "lot-older-first",
  "lot-expired",
  "lot-held",
  "lot-shown",
  "measured",
  "no-check-open",
  "gauge-unusable",
  "implausible-value",
  "code-unknown",
  "code-damaged",
  "storage-full",
] as const;
export type ScanOutcome = (typeof scanOutcomes)[number];
