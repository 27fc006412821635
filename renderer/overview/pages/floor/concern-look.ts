import type { ShapeState } from "../../../ui/StateShape.tsx";
import type { ConcernKind } from "./concerns.ts";

/** Colour and shape of a concern: red only for a machine that failed, blue and amber for what a person must do. */
export function concernState(kind: ConcernKind): ShapeState {
  switch (kind) {
    case "stopped":
    case "machine-fault":
      return "stopped";
    case "maintenance":
      return "maintenance";
    case "help-call":
    case "tool-warning":
      return "setup";
    case "forked-journal":
    case "doubled-number":
    case "rejected-booking":
    case "begun-order":
    case "over-delivery":
    case "held-lot-used":
    case "waiting-bookings":
    case "offline-long":
      return "waiting";
    case "no-signal":
    case "machine-no-data":
      return "no-signal";
  }
}

/** Someone is standing there and waits. */
export function isUrgent(kind: ConcernKind): boolean {
  return kind === "help-call" || kind === "stopped" || kind === "machine-fault";
}
