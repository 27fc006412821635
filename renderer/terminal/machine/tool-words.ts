import type { ToolView } from "../../../shared/screen/screen-model.ts";
import type { ShapeState } from "../../ui/StateShape.tsx";
import type { Text } from "../text/use-text.ts";

/** How long the tool lasts, from the cycles that were counted. */
export function toolWords(tool: ToolView, t: Text): string {
  const left = tool.lifeLimitCycles - tool.usedCycles;
  if (left > 0) return t("machine.tool-left", { count: left });
  if (left === 0) return t("machine.tool-limit-now");
  return t("machine.tool-over", { count: -left });
}

/** A warning is a thing to wait for, a reached limit is maintenance; an ordinary tool has no state. */
export function toolShape(tool: ToolView): ShapeState | null {
  if (tool.state === "ok") return null;
  return tool.state === "warning" ? "waiting" : "maintenance";
}
