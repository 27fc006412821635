import { readSecret } from "./read-config.ts";
import type { StationConfig } from "./station-config.ts";

export interface StationSecrets {
  readonly mesToken: string | null;
  readonly machinePassword: string | null;
}

/** All secrets at once, before any data is touched: a missing one is told at start and not by a device later. @throws ConfigError */
export function readSecrets({ mes, machine }: StationConfig): StationSecrets {
  return {
    mesToken: mes === null ? null : readSecret(mes.tokenFile),
    machinePassword: machine?.passwordFile === undefined ? null : readSecret(machine.passwordFile),
  };
}
