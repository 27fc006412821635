import type { Known } from "../../../shared/domain/known.ts";
import type { Person } from "../../../shared/domain/people/person.ts";
import type { Presence } from "../../../shared/domain/people/presence.ts";
import { signedIn } from "../../../shared/domain/people/signed-in.ts";
import type { PeopleView, PersonTile } from "../../../shared/screen/people-view.ts";

interface PeopleSources {
  readonly nowUtc: string;
  readonly dataOfUtc: string | null;
  /** Until a PIN may be tried at this terminal again; 0: now. */
  readonly pinPauseLeftMs: number;
  readonly isPinLocked: (personId: string) => boolean;
  readonly leadLeftMs: number | null;
}

export function peopleView(knownHere: Known, from: PeopleSources): PeopleView {
  const { state, master } = knownHere;
  const tileOf = (person: Person): PersonTile => ({
    ...tile(person, knownHere),
    pinLocked: from.isPinLocked(person.personId),
  });
  const here = inTurn(signedIn(state)).flatMap(({ personId, rights, method }) => {
    const person = master.person.get(personId);
    return person === undefined ? [] : [{ ...tileOf(person), language: person.language, rights, method }];
  });
  const laterUtc = (leftMs: number) => new Date(Date.parse(from.nowUtc) + leftMs).toISOString();
  return {
    signedIn: here,
    known: [...master.person.values()].map(tileOf).toSorted(lastHereFirst),
    listOfUtc: from.dataOfUtc,
    pinPausedUntilUtc: from.pinPauseLeftMs > 0 ? laterUtc(from.pinPauseLeftMs) : null,
    leadUntilUtc: from.leadLeftMs === null ? null : laterUtc(from.leadLeftMs),
  };
}

/** Whoever has rights comes after whoever has none, so that the last one is the active person as long as there is one. */
function inTurn(here: readonly Presence[]): readonly Presence[] {
  const [ended, entitled] = [false, true].map((may) =>
    here.filter(({ rights }) => (rights !== "none") === may),
  );
  return [...(ended ?? []), ...(entitled ?? [])];
}

function tile(person: Person, { state }: Pick<Known, "state">): Omit<PersonTile, "pinLocked"> {
  return {
    personId: person.personId,
    name: person.name,
    initials: initialsOf(person.name),
    role: person.role,
    lastHereUtc: state.presence.get(person.personId)?.lastHereUtc ?? null,
  };
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.]+/).filter((word) => word.length > 0);
  return words
    .map((word) => word[0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
}

/** People who worked here last come first; the rest by name. */
function lastHereFirst(left: PersonTile, right: PersonTile): number {
  const recency = (right.lastHereUtc ?? "").localeCompare(left.lastHereUtc ?? "");
  return recency === 0 ? left.name.localeCompare(right.name) : recency;
}
