import type { MachineConnection, OfferedEndpoint } from "../../../shared/screen/commissioning.ts";

/** Who the station says it is. */
export type Identity = MachineConnection["security"]["identity"];

const IDENTITIES: readonly Identity[] = ["anonymous", "user", "certificate"];

/** Strongest first as the server gave them; an open one only where no secured one takes this identity. */
export function offerFor(offers: readonly OfferedEndpoint[], identity: Identity): OfferedEndpoint | null {
  const fits = offers.filter(({ isUsable, identities }) => isUsable && identities.includes(identity));
  const secured = fits.find(({ mode }) => mode !== "None");
  // A password is never sent over an open way.
  return secured ?? (identity === "user" ? null : (fits[0] ?? null));
}

export function identitiesOf(offers: readonly OfferedEndpoint[]): readonly Identity[] {
  return IDENTITIES.filter((identity) => offerFor(offers, identity) !== null);
}

/** What asks least of people comes first, but no open way is suggested while there is a secured one. */
export function suggestedIdentity(offers: readonly OfferedEndpoint[]): Identity | null {
  const possible = identitiesOf(offers);
  return possible.find((identity) => offerFor(offers, identity)?.mode !== "None") ?? possible[0] ?? null;
}
