import { lstatSync, readFileSync } from "node:fs";
import type { z } from "zod";
import { jsonFault } from "../../../shared/lib/json-fault.ts";

/** The configuration cannot be used; the message names the file, the option and what it must be. */
export class ConfigError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ConfigError";
  }
}

/**
 * Text of a file that people write, in UTF-8 with or without a mark at its begin.
 *
 * @returns undefined when there is no such file. @throws ConfigError when it is there and cannot be read
 */
export function readIfThere(path: string): string | undefined {
  return textIfThere(path, path);
}

/** @param name of the file, as the message begins with it */
function textIfThere(path: string, name: string): string | undefined {
  const bytes = bytesIfThere(path, name);
  return bytes === undefined ? undefined : decoded(bytes, name);
}

function bytesIfThere(path: string, name: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    if (code === "ENOENT" && !isLinkToNothing(path)) return undefined;
    throw new ConfigError(`${name} cannot be read: ${UNREADABLE[code] ?? code}`, { cause });
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "it is a link to a file that is not there",
  EISDIR: "it is a folder and not a file",
  EACCES: "this user has no right to read it",
  EPERM: "this user has no right to read it",
  ELOOP: "it is a link that leads back to itself",
  ENOTDIR: "a part of its path is a file and not a folder",
};

/** Taken for an absent file, it would start a station under the name that is given by default. */
function isLinkToNothing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/** In any other encoding letters beyond ASCII would silently become other ones. UTF-16 without a mark shows by its zeros. */
function decoded(bytes: Buffer, name: string): string {
  try {
    const text = UTF_8.decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (cause) {
    throw notUtf8(name, cause);
  }
  throw notUtf8(name, undefined);
}

function notUtf8(name: string, cause: unknown): ConfigError {
  return new ConfigError(`${name} is not written in UTF-8. Save it in that encoding`, { cause });
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
  if (text.trim() === "") throw new ConfigError(`${path} is not valid JSON: it is empty`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConfigError(`${path} is not valid JSON: ${jsonFault(text, cause)}`, { cause });
  }
}

/**
 * A secret from a file of its own, without the line end an editor adds; spaces may be part of it. @throws ConfigError
 */
export function readSecret(path: string): string {
  const name = `The secret file ${path}`;
  const secret = textIfThere(path, name)?.replace(/[\r\n]+$/, "");
  if (secret === undefined) throw new ConfigError(`${name} is missing`);
  if (secret.trim().length === 0) throw new ConfigError(`${name} is empty`);
  return secret;
}
