import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { newToolLife, type ToolLife } from "./tool-life.ts";

/** Tool life: counted in cycles of the machine, whatever order they were for. */
export function evolveMaintenance(state: StationState, event: RecordedEvent): readonly RowChange[] {
  switch (event.type) {
    case "parts.counted": {
      const { toolIds, cycles } = event.payload;
      if (cycles === 0) return [];
      return toolIds.map((toolId) =>
        row(state, toolId, (life) => ({ usedCycles: life.usedCycles + cycles })),
      );
    }
    case "tool.warned":
      return [row(state, event.payload.toolId, () => ({ warned: true }))];
    case "maintenance.raised": {
      const { toolId, maintenanceOrderId } = event.payload;
      return [row(state, toolId, () => ({ maintenanceOrderId, raisedUtc: event.at.atUtc }))];
    }
    case "tool.changed": {
      const { toolId, life } = event.payload;
      return [{ area: "tool", id: toolId, row: newToolLife(toolId, life) }];
    }
    default:
      return [];
  }
}

function row(state: StationState, toolId: string, change: (life: ToolLife) => Partial<ToolLife>): RowChange {
  const life = state.tool.get(toolId) ?? newToolLife(toolId, 1);
  return { area: "tool", id: toolId, row: { ...life, ...change(life) } };
}
