import type { MachineConnection, OfferedEndpoint } from "../../../shared/screen/commissioning.ts";
import type { Identity } from "./identity.ts";

/** Typed at the panel; the password goes to the station with the question and is never kept here. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

const POLICIES = ["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"] as const;

/** @returns null while a user is wanted and none is given */
export function connectionOf(
  endpointUrl: string,
  offer: OfferedEndpoint,
  { identity, login }: { readonly identity: Identity; readonly login?: Login | undefined },
): MachineConnection | null {
  const policy = POLICIES.find((one) => one === offer.policy) ?? "Basic256Sha256";
  const security = { mode: offer.mode, policy, identity };
  if (identity !== "user") return { endpointUrl, security, machineId: null, password: null };
  if (login === undefined) return null;
  const { user, password } = login;
  return { endpointUrl, security: { ...security, user }, machineId: null, password };
}
