import type { Language } from "../../../shared/domain/people/localized-text.ts";
import type { PeopleView } from "../../../shared/screen/people-view.ts";

/** A language somebody chose by hand; it holds for that person, or for the empty station (personId null). */
export interface LanguageChoice {
  readonly personId: string | null;
  readonly language: Language;
}

/** The language follows the badge: the active person's own, unless that person chose another one here. */
export function languageNow(
  people: PeopleView,
  choice: LanguageChoice | null,
  stationDefault: Language,
): Language {
  const active = people.signedIn.at(-1);
  if (choice !== null && choice.personId === (active?.personId ?? null)) return choice.language;
  return active?.language ?? stationDefault;
}
