import { readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { isNoSpace } from "../store/reserve.ts";
import { replaceFile } from "../store/sidecar.ts";

const endpointSchema = z.strictObject({ url: z.string(), toolToken: z.string(), pid: z.int() });
export type StationEndpoint = z.infer<typeof endpointSchema>;

/** Tells tools of the same user where the running station is. Readable by that user only (0600); gone when it stops. */
export function writeEndpoint(path: string, endpoint: StationEndpoint): void {
  try {
    replaceFile(path, `${JSON.stringify(endpoint)}\n`);
  } catch (error) {
    // Only tools look for it; a full disk must not keep the screen from starting (D2).
    if (!isNoSpace(error)) throw error;
    removeEndpoint(path);
  }
}

export function removeEndpoint(path: string): void {
  rmSync(path, { force: true });
}

/** @returns undefined when no station says that it is running */
export function readEndpoint(path: string): StationEndpoint | undefined {
  try {
    return endpointSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Missing, or torn by a kill while it was written: both mean that nobody can be asked.
    return undefined;
  }
}
