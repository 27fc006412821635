import type { Draft } from "../event.ts";
import type { Tool } from "./tool.ts";
import { newToolLife, type ToolLife } from "./tool-life.ts";

/** One order per tool and life: the id itself keeps it from being raised twice, here and at the MES. */
export function maintenanceOrderId(tool: Tool, life: number): string {
  return `${tool.workUnit}:${tool.toolId}:${life}`;
}

/** What `cycles` more do to a tool: a warning once per life, and the maintenance order that raises itself once at the limit. */
export function wearDrafts(known: ToolLife | undefined, tool: Tool, cycles: number): readonly Draft[] {
  const life = known ?? newToolLife(tool.toolId, 1);
  const usedCycles = life.usedCycles + cycles;
  const wear = { toolId: tool.toolId, usedCycles, lifeLimitCycles: tool.lifeLimitCycles };
  const drafts: Draft[] = [];
  if (!life.warned && usedCycles >= tool.warnAtCycles) {
    drafts.push({ type: "tool.warned", jobOrder: null, payload: wear });
  }
  if (life.maintenanceOrderId === null && usedCycles >= tool.lifeLimitCycles) {
    const raised = { ...wear, maintenanceOrderId: maintenanceOrderId(tool, life.life) };
    drafts.push({ type: "maintenance.raised", jobOrder: null, payload: raised });
  }
  return drafts;
}
