import { createHash } from "node:crypto";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { StoredMapping } from "../../../shared/screen/commissioning.ts";
import { readIfThere } from "./config-file.ts";

/** The mapping in use as text; of a station that is configured in station.json alone, the one that amounts to it. */
export function storedMapping(path: string, connected: readonly MachineMapping[]): StoredMapping {
  const made = { format: "takt-mapping", version: 1, machines: connected };
  const text = readIfThere(path) ?? `${JSON.stringify(made, null, 2)}\n`;
  return { text, version: mappingVersion(text) };
}

/** Names one text of a mapping: the same text has the same version, on any station. */
export function mappingVersion(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
