import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";

/** The one key of Order run that stands out, from how the order stands. */
export type RunPrimary =
  | "book"
  | "resume"
  | "begin-run"
  | "lead"
  | "finish"
  | "box"
  | "plus-one"
  | "measure"
  | "defect";

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
  if (order.hold !== null && !order.hold.isLifted) return order.hold.cause === "hold" ? "lead" : "finish";
  if (order.state === "setting-up") return "begin-run";
  if (order.state !== "running") return "resume";
  if (order.remaining === 0) return "finish";
  if (!order.machineCounts) return order.boxQuantity === null ? "plus-one" : "box";
  return hasChecks ? "measure" : "defect";
}
