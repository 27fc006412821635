import type { ShapeState } from "../../../ui/StateShape.tsx";
import type { TileCondition } from "./tile-condition.ts";

/** Colours of a condition. Offline shares those of "no signal": neutral and dashed, told apart by shape and word. */
export function conditionState(condition: TileCondition): ShapeState {
  return condition === "offline" ? "no-signal" : condition;
}
