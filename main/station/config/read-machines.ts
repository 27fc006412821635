import { type MachineMapping, mappingFileSchema } from "../../../shared/domain/machines/mapping.ts";
import { parseConfigFile, readIfThere } from "./config-file.ts";
import { mappingOfConfig } from "./mapping-of-config.ts";
import type { StationConfig } from "./station-config.ts";

export interface StationMachines {
  /** At least one: a station without any shows the place where people work, which has no signals. */
  readonly shown: readonly MachineMapping[];
  readonly connected: readonly MachineMapping[];
}

/**
 * The machines of this station: those of mapping.json, or without one the single machine of station.json.
 * @throws ConfigError when the file is there and cannot be used
 */
export function readMachines(path: string, config: StationConfig): StationMachines {
  const text = readIfThere(path);
  const mapped = text === undefined ? [] : parseConfigFile(text, path, mappingFileSchema).machines;
  if (mapped.length > 0) return { shown: mapped, connected: mapped };
  const own = mappingOfConfig(config);
  if (config.machine === null) return { shown: [{ ...own, signals: [] }], connected: [] };
  return { shown: [own], connected: [own] };
}
