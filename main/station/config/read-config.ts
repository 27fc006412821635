import { parseConfigFile, readIfThere } from "./config-file.ts";
import { type StationConfig, stationConfigSchema } from "./station-config.ts";

/** Reads station.json. A missing file means all defaults: a station that works alone. @throws ConfigError */
export function readConfig(path: string): StationConfig {
  return parseConfig(readIfThere(path) ?? "{}", path);
}

export function parseConfig(text: string, path: string): StationConfig {
  return parseConfigFile(text, path, stationConfigSchema);
}
