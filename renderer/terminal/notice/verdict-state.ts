import type { ScanVerdict } from "../../../shared/domain/scan-outcome.ts";
import type { ShapeState } from "../../ui/StateShape.tsx";

/** Whose colours a verdict wears; null: done, which has those of running. Its shape is VerdictShape's. */
export function verdictState(verdict: ScanVerdict): ShapeState | null {
  switch (verdict) {
    case "done":
      return null;
    case "shown":
      return "planned";
    case "duplicate":
    case "ambiguous":
      return "setup";
    case "wrong":
    case "blocked":
    case "unknown":
      return "stopped";
  }
}
