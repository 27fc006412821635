/** How far one life of a tool is used up. A change starts the next life. */
export interface ToolLife {
  readonly toolId: string;
  /** Lives are numbered from 1. */
  readonly life: number;
  readonly usedCycles: number;
  readonly warned: boolean;
  readonly maintenanceOrderId: string | null;
  readonly raisedUtc: string | null;
}

export function newToolLife(toolId: string, life: number): ToolLife {
  return { toolId, life, usedCycles: 0, warned: false, maintenanceOrderId: null, raisedUtc: null };
}
