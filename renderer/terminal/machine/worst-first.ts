import type { ToolView } from "../../../shared/screen/screen-model.ts";

/** The most worn tool first: its change is asked for before any other. */
export function worstFirst(tools: readonly ToolView[]): readonly ToolView[] {
  return tools.toSorted((left, right) => wornShare(right) - wornShare(left));
}

function wornShare({ usedCycles, lifeLimitCycles }: ToolView): number {
  return usedCycles / Math.max(1, lifeLimitCycles);
}
