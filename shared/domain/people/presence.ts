import type { Instant } from "../../lib/clock.ts";

/**
 * What a signed-in person may do: "all" that their role may; "own": a lead without what only leads may; "none" until a
 * badge or a PIN says again who stands there.
 */
export type Rights = "all" | "own" | "none";

export interface Presence {
  readonly personId: string;
  /** null: not signed in. */
  readonly signedInUtc: string | null;
  readonly method: "badge" | "pin";
  readonly lastHereUtc: string;
  /** Grows with every sign-in; of those here with rights the highest is the active person. */
  readonly turn: number;
  readonly rights: Rights;
  /** When badge or PIN last said who it is, by all clocks. */
  readonly provedAt: Instant;
}
