import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";

/** The one key of Order run that stands out, from how the order stands. */
export type RunPrimary = "book" | "resume" | "finish" | "box" | "plus-one" | "measure" | "defect";

/** Primaries that stand in the last row; the whole row is then as high as a primary. */
export function standsInLastRow(primary: RunPrimary): boolean {
  return primary !== "book" && primary !== "box" && primary !== "plus-one";
}

interface RunSituation {
  readonly order: ActiveOrderView;
  readonly padOpen: boolean;
  readonly hasChecks: boolean;
}

export function runPrimary({ order, padOpen, hasChecks }: RunSituation): RunPrimary {
  if (padOpen) return "book";
  if (order.state === "paused") return "resume";
  if (order.good >= order.planned) return "finish";
  if (!order.machineCounts) return order.boxQuantity === null ? "plus-one" : "box";
  return hasChecks ? "measure" : "defect";
}
