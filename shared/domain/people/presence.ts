export interface Presence {
  readonly personId: string;
  /** null: not signed in. */
  readonly signedInUtc: string | null;
  readonly method: "badge" | "pin";
  readonly lastHereUtc: string;
  /** Grows with every sign-in; the highest of those here is the active person. */
  readonly turn: number;
}
