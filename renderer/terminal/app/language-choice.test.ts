import { describe, expect, test } from "vitest";
import type { PeopleView } from "../../../shared/screen/people-view.ts";
import { personTile } from "../fixtures/person-tile.ts";
import { languageNow } from "./language-choice.ts";

const person = (personId: string, language: "pl" | "de") => ({
  ...personTile("X. X", "operator", null),
  ...({ personId, language, rights: "all", method: "badge" } as const),
});
const people = (...signedIn: PeopleView["signedIn"]): PeopleView => ({
  signedIn,
  known: [],
  listOfUtc: null,
  pinPausedUntilUtc: null,
  leadUntilUtc: null,
});

describe("UX 1.10 the language follows the badge", () => {
  test("the active person's language, the station's when nobody is here", () => {
    expect(languageNow(people(person("A", "pl"), person("B", "de")), null, "en")).toBe("de");
    expect(languageNow(people(), null, "da")).toBe("da");
  });

  test("a choice holds for the one who made it and ends with the next badge", () => {
    const choice = { personId: "A", language: "en" } as const;
    expect(languageNow(people(person("A", "pl")), choice, "da")).toBe("en");
    expect(languageNow(people(person("A", "pl"), person("B", "de")), choice, "da")).toBe("de");
  });

  test("a choice on the sign-in screen ends when somebody signs in", () => {
    const choice = { personId: null, language: "pl" } as const;
    expect(languageNow(people(), choice, "en")).toBe("pl");
    expect(languageNow(people(person("B", "de")), choice, "en")).toBe("de");
  });
});
