import { z } from "zod";

const numberText = (fallback: number, range: z.ZodNumber) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text === "" ? fallback : Number(text)))
    .pipe(range);

const settingsSchema = z.object({
  /** 0: any free port. */
  TAKT_OPCUA_PORT: numberText(4840, z.int().min(0).max(65_535)),
  TAKT_CYCLE_MS: numberText(4_000, z.number().min(50).max(3_600_000)),
  TAKT_PLANT_SEED: numberText(1, z.int().min(0)),
});

export interface PlantSettings {
  readonly opcuaPort: number;
  readonly cycleMs: number;
  readonly seed: number;
}

/** @throws Error that names the variable and what it must be */
export function readPlantSettings(environment: NodeJS.ProcessEnv): PlantSettings {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(`${name} is "${environment[name]}" and cannot be used: ${issue?.message}`);
  }
  const { TAKT_OPCUA_PORT: opcuaPort, TAKT_CYCLE_MS: cycleMs, TAKT_PLANT_SEED: seed } = parsed.data;
  return { opcuaPort, cycleMs, seed };
}
