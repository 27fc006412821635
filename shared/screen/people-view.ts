import type { Language } from "../domain/people/localized-text.ts";
import type { Role } from "../domain/people/person.ts";
import type { Rights } from "../domain/people/presence.ts";

export interface PersonTile {
  readonly personId: string;
  readonly name: string;
  readonly initials: string;
  readonly role: Role;
  readonly lastHereUtc: string | null;
  /** Too many wrong PINs in a row: only the badge still works, until a lead lets the PIN be tried again. */
  readonly pinLocked: boolean;
}

export interface PersonHere extends PersonTile {
  readonly language: Language;
  readonly rights: Rights;
  readonly method: "badge" | "pin";
}

export interface PeopleView {
  /** Signed in; the last one is the active person whose name bookings carry, unless the rights of all have ended. */
  readonly signedIn: readonly PersonHere[];
  readonly known: readonly PersonTile[];
  readonly listOfUtc: string | null;
  /** PIN entry is paused until then after too many wrong ones; badges still work. */
  readonly pinPausedUntilUtc: string | null;
  /** What only a lead may ends then; null: no lead is active. */
  readonly leadUntilUtc: string | null;
}
