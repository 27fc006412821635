import type { DataFolder } from "./data-folder.ts";
import { readMachines, type StationMachines } from "./read-machines.ts";
import { readSecrets, type StationSecrets } from "./read-secrets.ts";
import type { StationConfig } from "./station-config.ts";

/** The machines of this station with the secrets they need. @throws ConfigError */
export function readMapped(
  folder: Pick<DataFolder, "mapping" | "secrets">,
  config: StationConfig,
): { readonly machines: StationMachines; readonly secrets: StationSecrets } {
  const machines = readMachines(folder.mapping, config);
  return { machines, secrets: readSecrets(config, machines.connected, folder.secrets) };
}
