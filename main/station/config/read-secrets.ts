import { join } from "node:path";
import { ONLY_MACHINE } from "../../../shared/domain/event-versions.ts";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import { readSecret } from "./config-file.ts";
import type { StationConfig } from "./station-config.ts";

export interface StationSecrets {
  readonly mesToken: string | null;
  /** By machine, where the machine wants one. */
  readonly machinePasswords: ReadonlyMap<string, string>;
}

/**
 * All secrets at once, before any data is touched: a missing one is told at start and not by a device later. The password
 * of a machine of mapping.json lies in `<folder>/<machine id>.password`.
 *
 * @throws ConfigError
 */
export function readSecrets(
  { mes, machine }: StationConfig,
  machines: readonly MachineMapping[],
  folder: string,
): StationSecrets {
  const ofConfig = machine?.passwordFile;
  const files = new Map(
    machines
      .filter(({ security }) => security.identity === "user")
      .map(({ machineId }) => [machineId, join(folder, `${machineId}.password`)]),
  );
  // Named in station.json, it must be there, whether or not a user is named with it.
  if (ofConfig !== undefined) files.set(ONLY_MACHINE, ofConfig);
  return {
    mesToken: mes === null ? null : readMesToken(mes),
    machinePasswords: new Map([...files].map(([machineId, file]) => [machineId, readSecret(file)])),
  };
}

/** Spaces are no part of a token, as they may be of a password. @throws ConfigError */
export function readMesToken({ tokenFile }: NonNullable<StationConfig["mes"]>): string {
  return readSecret(tokenFile).trim();
}
