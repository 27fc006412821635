import type { ToolView } from "../../../shared/screen/screen-model.ts";

/** The tool whose change is asked for first: the one most worn. */
export function primaryToolId(tools: readonly ToolView[]): string | null {
  const worst = tools.toSorted(
    (a, b) => b.usedCycles / b.lifeLimitCycles - a.usedCycles / a.lifeLimitCycles,
  )[0];
  return worst?.toolId ?? null;
}
