import type { MachineConnection, OfferedEndpoint } from "../../../shared/screen/commissioning.ts";

/** Strongest first as the server gave them; without a person only what asks for none. */
export function bestOffer(offers: readonly OfferedEndpoint[]): OfferedEndpoint | null {
  const secured = offers.filter(({ isUsable, mode }) => isUsable && mode !== "None");
  const open = secured.find(({ identities }) => identities.includes("anonymous"));
  return open ?? secured[0] ?? offers.find(({ isUsable }) => isUsable) ?? null;
}

const POLICIES = ["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"] as const;

/** @returns null when the server wants a user: nobody types a password with gloves */
export function connectionOf(endpointUrl: string, offer: OfferedEndpoint): MachineConnection | null {
  const identity = (["anonymous", "certificate"] as const).find((one) => offer.identities.includes(one));
  if (identity === undefined) return null;
  const policy = POLICIES.find((one) => one === offer.policy) ?? "Basic256Sha256";
  return {
    endpointUrl,
    security: { mode: offer.mode, policy, identity },
    machineId: null,
    password: null,
  };
}
