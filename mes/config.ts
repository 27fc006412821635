import { resolve } from "node:path";
import { z } from "zod";
import type { IdentityFiles } from "./tls/server-identity.ts";

const fields = z.object({
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
  /** Certificate and key (PEM) to be shown to stations and browsers; both or neither. */
  TAKT_MES_TLS_CERT: z.string().optional(),
  TAKT_MES_TLS_KEY: z.string().optional(),
  /** "demo": fill an empty database with the trial plant. */
  TAKT_SEED: z.enum(["demo"]).optional(),
  /** Folder of the built browser pages. */
  TAKT_OVERVIEW: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, "../dist/overview")),
  TAKT_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

const schema = fields
  .refine(({ TAKT_MES_TLS_CERT, TAKT_MES_TLS_KEY }) => TAKT_MES_TLS_CERT === undefined || TAKT_MES_TLS_KEY, {
    path: ["TAKT_MES_TLS_KEY"],
    error: "must name the key of the certificate in TAKT_MES_TLS_CERT",
  })
  .refine(({ TAKT_MES_TLS_CERT, TAKT_MES_TLS_KEY }) => TAKT_MES_TLS_KEY === undefined || TAKT_MES_TLS_CERT, {
    path: ["TAKT_MES_TLS_CERT"],
    error: "must name the certificate of the key in TAKT_MES_TLS_KEY",
  });

export interface MesConfig {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** undefined: plain http. */
  readonly tls: IdentityFiles | undefined;
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
    tls: tlsOf(data),
    seed: data.TAKT_SEED,
    overviewFolder: data.TAKT_OVERVIEW,
    logLevel: data.TAKT_LOG_LEVEL,
  };
}

function tlsOf({ TAKT_MES_TLS_CERT, TAKT_MES_TLS_KEY }: z.infer<typeof schema>): IdentityFiles | undefined {
  if (TAKT_MES_TLS_CERT === undefined || TAKT_MES_TLS_KEY === undefined) return undefined;
  return { certFile: resolve(TAKT_MES_TLS_CERT), keyFile: resolve(TAKT_MES_TLS_KEY) };
}

function inWords(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${issue.path.join(".")} ${issue.message}`;
}
