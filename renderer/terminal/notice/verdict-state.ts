import type { ScanVerdict } from "../../../shared/domain/scan-outcome.ts";
import type { ShapeState } from "../../ui/StateShape.tsx";

/** Colour and shape of a verdict; null: done, which has the check mark. */
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
