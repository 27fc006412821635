import type { ScanOutcome } from "../../../shared/domain/scan-outcome.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { Route, Sheet } from "./view-state.ts";

/** Where a scan leads; null: it is answered where the person is. */
export function routeAfterScan(outcome: ScanOutcome, route: Route): Route | null {
  switch (outcome) {
    case "signed-in": // again, after the rights had ended
      return route === "sign-in" ? "home" : null;
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

/** Whether to load a lot in spite of a rule is no question any more once a lot was loaded by a scan. */
export function answersSheet({ outcome }: Pick<ScanView, "outcome">, sheet: Sheet | null): boolean {
  return sheet?.kind === "override" && (outcome === "lot-loaded" || outcome === "lot-changed");
}
