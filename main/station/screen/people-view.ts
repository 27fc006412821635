import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { Person } from "../../../shared/domain/people/person.ts";
import { signedIn } from "../../../shared/domain/people/signed-in.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { PeopleView, PersonTile } from "../../../shared/screen/screen-model.ts";

export function peopleView(
  state: StationState,
  master: MasterData,
  from: { listOfUtc: string | null; pinPausedUntilUtc: string | null },
): PeopleView {
  const here = signedIn(state).flatMap((presence) => {
    const person = master.person.get(presence.personId);
    return person === undefined ? [] : [{ ...tile(person, state), language: person.language }];
  });
  const known = [...master.person.values()].map((person) => tile(person, state)).toSorted(lastHereFirst);
  return { signedIn: here, known, ...from };
}

function tile(person: Person, state: StationState): PersonTile {
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
