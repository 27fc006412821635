import type { ScanVerdict } from "../../../shared/domain/scan-outcome.ts";

/** How long a verdict stays over the screen; null: until the next scan or until it is closed. */
export function verdictStaysMs(verdict: ScanVerdict): number | null {
  if (verdict === "done") return 1_500;
  if (verdict === "shown") return 3_000;
  return null;
}
