import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";

/** A person says the tool was changed: its next life begins at 0 cycles. */
export function decideToolChange(
  state: StationState,
  master: MasterData,
  toolId: string,
): Result<readonly Draft[], Refusal> {
  if (!master.tool.has(toolId) && !state.tool.has(toolId)) return refuse(refusal("unknown-tool", { toolId }));
  const life = state.tool.get(toolId);
  const payload = { toolId, usedCycles: life?.usedCycles ?? 0, life: (life?.life ?? 1) + 1 };
  return accept([{ type: "tool.changed", jobOrder: null, payload }]);
}
