import type { ShapeState } from "../../../ui/StateShape.tsx";
import type { TileCondition } from "./tile-condition.ts";

/**
 * Colours and shape of a condition. Offline shares those of "no signal": neutral and dashed, told apart by shape and
 * word; a fault is a stop that says another word.
 */
export function conditionState(condition: TileCondition): ShapeState {
  switch (condition) {
    case "offline":
      return "no-signal";
    case "fault":
      return "stopped";
    default:
      return condition;
  }
}
