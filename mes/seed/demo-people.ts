import type { Language } from "../../shared/domain/people/localized-text.ts";
import type { Person, Role } from "../../shared/domain/people/person.ts";

/** The PINs of a trial plant, printed in its manual; a real plant imports hashes only. */
const PEOPLE: readonly [number: number, name: string, role: Role, language: Language, pin: string][] = [
  [1001, "A. Nowak", "operator", "pl", "1234"],
  [1002, "B. Kaya", "operator", "de", "2345"],
  [1003, "C. Weiss", "lead", "de", "3456"],
  [1004, "D. Ito", "inspector", "en", "4567"],
  [1005, "E. Rossi", "setter", "en", "5678"],
  [1006, "F. Horak", "operator", "da", "6789"],
  [1007, "G. Popa", "operator", "en", "7890"],
  [1008, "H. Lind", "maintenance", "da", "8901"],
];

export async function demoPeople(hashPin: (pin: string) => Promise<string>): Promise<readonly Person[]> {
  return Promise.all(
    PEOPLE.map(async ([number, name, role, language, pin]) => ({
      personId: `P-${number}`,
      name,
      role,
      language,
      badgeCode: `BG${number}`,
      pinHash: await hashPin(pin),
    })),
  );
}
