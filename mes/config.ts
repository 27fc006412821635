import { resolve } from "node:path";
import { z } from "zod";

const schema = z.object({
  /** PostgreSQL of the plant; absent: the embedded database in the data folder. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, "must begin with postgres://")
    .optional(),
  /** Folder of all data. */
  TAKT_DATA: z.string().min(1).default("data"),
  TAKT_MES_PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number")
    .default("8080")
    .transform(Number)
    .pipe(z.int().max(65_535)),
  TAKT_MES_HOST: z.string().min(1).default("127.0.0.1"),
  /** "demo": fill an empty database with the trial plant. */
  TAKT_SEED: z.enum(["demo"]).optional(),
  /** Folder of the built browser pages. */
  TAKT_OVERVIEW: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, "../dist/overview")),
  TAKT_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface MesConfig {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly seed: "demo" | undefined;
  readonly overviewFolder: string;
  readonly logLevel: string;
}

/** A setting that cannot be used; the message names each variable and what it wants, never a value (it may be secret). */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the environment. An empty variable counts as absent. @throws ConfigError */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): MesConfig {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(inWords).join("\n"));
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    dataFolder: resolve(data.TAKT_DATA),
    port: data.TAKT_MES_PORT,
    host: data.TAKT_MES_HOST,
    seed: data.TAKT_SEED,
    overviewFolder: data.TAKT_OVERVIEW,
    logLevel: data.TAKT_LOG_LEVEL,
  };
}

function inWords(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${issue.path.join(".")} ${issue.message}`;
}
