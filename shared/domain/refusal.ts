/**
 * Every reason for which a command is refused. Closed: the screens hold a sentence for each in each language, and a
 * test fails when one is missing.
 */
export const refusalCodes = [
  "nobody-signed-in",
  "unknown-person",
  "wrong-pin",
  "pin-paused",
  "unknown-order",
  "order-elsewhere",
  "unknown-work-unit",
  "order-blocked",
  "order-cancelled",
  "order-already-finished",
  "another-order-active",
  "order-already-running",
  "no-order-active",
  "order-not-running",
  "order-not-paused",
  "order-not-started",
  "order-in-set-up",
  "order-not-in-set-up",
  "order-held",
  "order-aborted",
  "order-short",
  "order-complete",
  "order-not-ready",
  "unknown-reason",
  "quantity-not-positive",
  "quantity-looks-like-code",
  "quantity-too-large",
  "over-delivery",
  "machine-counts",
  "readings-count",
  "reading-too-low",
  "more-than-produced",
  "nothing-to-undo",
  "undo-too-late",
  "correction-lead-only",
  "correction-too-much",
  "unknown-characteristic",
  "not-a-number",
  "implausible-value",
  "unknown-defect",
  "unknown-tool",
  "unknown-lot",
  "lot-not-needed",
  "override-not-possible",
  "no-lot-loaded",
  "more-than-loaded",
  "unknown-stop",
  "unknown-counter",
  "lead-only",
  "commissioning-only",
  "setter-only",
  "machine-refused",
  "machine-slow",
  "login-refused",
  "collector-ended",
  "mapping-invalid",
  "mapping-changed",
  "password-missing",
  "exchange-missing",
  "exchange-failed",
  "unknown-file",
  "unknown-certificate",
  "unknown-rejection",
  "storage-full",
  "storage-failed",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal with the figures its sentence needs, e.g. {left: "188"}. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string>>;
}

export function refusal(code: RefusalCode, details: Readonly<Record<string, string>> = {}): Refusal {
  return { code, details };
}
