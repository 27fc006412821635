import type { z } from "zod";
import { ConfigError, parseConfigFile, readIfThere } from "../../main/station/config/config-file.ts";

/**
 * A file of the trial station as a person may have left it, before something is added to it.
 *
 * @returns undefined when there is no such file
 * @throws Error in the person's words when it is there and cannot be used: it is never written over
 */
export function asWritten<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema> | undefined {
  try {
    const text = readIfThere(file);
    return text === undefined ? undefined : parseConfigFile(text, file, schema);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    throw new Error(`${cause.message}. Correct the file and start again; nothing in it was changed`, {
      cause,
    });
  }
}
