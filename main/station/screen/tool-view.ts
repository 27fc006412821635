import { newToolLife } from "../../../shared/domain/maintenance/tool-life.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { ToolView } from "../../../shared/screen/screen-model.ts";

export function toolsView(state: StationState, master: MasterData, workUnit: string): readonly ToolView[] {
  return [...master.tool.values()]
    .filter((tool) => tool.workUnit === workUnit)
    .map((tool) => {
      const life = state.tool.get(tool.toolId) ?? newToolLife(tool.toolId, 1);
      return {
        toolId: tool.toolId,
        name: tool.name,
        usedCycles: life.usedCycles,
        lifeLimitCycles: tool.lifeLimitCycles,
        warnAtCycles: tool.warnAtCycles,
        state: life.maintenanceOrderId !== null ? "limit" : life.warned ? "warning" : "ok",
        maintenanceOrderId: life.maintenanceOrderId,
        raisedUtc: life.raisedUtc,
      };
    });
}
