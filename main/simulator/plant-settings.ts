import { z } from "zod";
import { MACHINE_KEYS, type MachineKey } from "./machines/machine-design.ts";

const numberText = (fallback: number, range: z.ZodNumber) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text === "" ? fallback : Number(text)))
    .pipe(range);

const settingsSchema = z.object({
  /** Of the first machine; the others have the next ones. 0: any free ports. */
  TAKT_OPCUA_PORT: numberText(4840, z.int().min(0).max(65_532)),
  TAKT_CYCLE_MS: numberText(4_000, z.number().min(50).max(3_600_000)),
  TAKT_PLANT_SEED: numberText(1, z.int().min(0)),
  /** Which machines there are, e.g. "lathe,press"; all when left out. The lathe is always there. */
  TAKT_PLANT_MACHINES: z
    .string()
    .optional()
    .transform((text) => (text ? text.split(",").map((name) => name.trim()) : [...MACHINE_KEYS]))
    .pipe(z.array(z.enum(MACHINE_KEYS))),
  /** A file for every value that the servers tell; see told-book.ts. */
  TAKT_PLANT_TOLD: z.string().optional(),
});

export interface PlantSettings {
  readonly opcuaPort: number;
  readonly cycleMs: number;
  readonly seed: number;
  readonly machines: readonly MachineKey[];
  /** null: what the servers tell is not written down. */
  readonly toldFile: string | null;
}

/** @throws Error that names the variable and what it must be */
export function readPlantSettings(environment: NodeJS.ProcessEnv): PlantSettings {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new Error(`${name} is "${environment[name]}" and cannot be used: ${issue?.message}`);
  }
  const { TAKT_OPCUA_PORT, TAKT_CYCLE_MS, TAKT_PLANT_SEED, TAKT_PLANT_MACHINES, TAKT_PLANT_TOLD } =
    parsed.data;
  return {
    opcuaPort: TAKT_OPCUA_PORT,
    cycleMs: TAKT_CYCLE_MS,
    seed: TAKT_PLANT_SEED,
    machines: TAKT_PLANT_MACHINES,
    toldFile: TAKT_PLANT_TOLD || null,
  };
}
