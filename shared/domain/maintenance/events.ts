import { z } from "zod";

export const maintenanceEvents = {
  /** The tool passed its warning mark. Once per tool life. */
  "tool.warned": z.looseObject({ toolId: z.string(), usedCycles: z.int(), lifeLimitCycles: z.int() }),
  /** The maintenance order that raised itself at the limit; its id names tool and life, so there is one only. */
  "maintenance.raised": z.looseObject({
    maintenanceOrderId: z.string(),
    toolId: z.string(),
    usedCycles: z.int(),
    lifeLimitCycles: z.int(),
  }),
  "tool.changed": z.looseObject({ toolId: z.string(), usedCycles: z.int(), life: z.int().positive() }),
} as const;
