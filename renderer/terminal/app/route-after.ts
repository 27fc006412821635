import type { ScanOutcome } from "../../../shared/domain/scan-outcome.ts";
import type { Route } from "./view-state.ts";

/** Where a scan leads; null: it is answered where the person is. */
export function routeAfterScan(outcome: ScanOutcome): Route | null {
  switch (outcome) {
    case "order-started":
    case "order-resumed":
    case "order-shown": // it is set up or runs here
      return "run";
    case "sign-in-first":
      return "sign-in";
    default:
      return null;
  }
}

/**
 * Where a change of people leads. A station nobody stands at asks who is there; the one who just came starts at home,
 * unless a screen is in use already.
 */
export function routeAfterPeople(before: number, after: number, route: Route): Route | null {
  if (after === 0 && before > 0) return "sign-in";
  if (after > 0 && route === "sign-in") return "home";
  return null;
}
