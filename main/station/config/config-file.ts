import { readFileSync } from "node:fs";
import type { z } from "zod";

/** The configuration cannot be used; the message names the file, the option and what it must be. */
export class ConfigError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ConfigError";
  }
}

/** @returns undefined when there is no such file. @throws ConfigError when it is there and cannot be read */
export function readIfThere(path: string): string | undefined {
  return bytesIfThere(path)?.toString("utf8");
}

function bytesIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new ConfigError(`${path} cannot be read`, { cause });
  }
}

/** @throws ConfigError that names every fault by its place in the file */
export function parseConfigFile<Schema extends z.ZodType>(
  text: string,
  path: string,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(text, path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`,
  );
  throw new ConfigError(`${path} cannot be used. ${faults.join("; ")}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${path} is not valid JSON: ${reason}`, { cause });
  }
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A secret from a file of its own, in UTF-8 with or without a mark at its begin, without the line end an editor adds; spaces
 * may be part of it. In any other encoding letters beyond ASCII would silently become other ones. @throws ConfigError
 */
export function readSecret(path: string): string {
  const secret = decoded(path)?.replace(/[\r\n]+$/, "");
  if (secret === undefined) throw new ConfigError(`The secret file ${path} is missing`);
  if (secret.trim().length === 0) throw new ConfigError(`The secret file ${path} is empty`);
  return secret;
}

function decoded(path: string): string | undefined {
  const bytes = bytesIfThere(path);
  if (bytes === undefined) return undefined;
  try {
    return UTF_8.decode(bytes);
  } catch (cause) {
    throw new ConfigError(`The secret file ${path} is not written in UTF-8. Save it in that encoding`, {
      cause,
    });
  }
}
