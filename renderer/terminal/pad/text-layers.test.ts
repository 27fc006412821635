import { describe, expect, test } from "vitest";
import { afterCharacter, lettersOf, nextLayer, shifted, type TextLayer } from "./text-layers.ts";

const names: readonly TextLayer[] = ["small", "capital", "signs", "accents", "capital-accents"];
const layers = names.map(lettersOf);

describe("keys for letters", () => {
  test("every printable sign of ASCII can be entered: a password of a machine may hold any", () => {
    const all = new Set(layers.flat(2));
    const printable = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));
    expect(printable.filter((sign) => !all.has(sign))).toEqual([]);
  });

  test.each([
    ["German", "äöüßÄÖÜẞ§€°"],
    ["Danish and Swedish", "æøåäöÆØÅÄÖ"],
    ["Polish", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"],
    ["French", "àâçéèêëîïôùûüœÿÀÂÇÉÈÊËÎÏÔÙÛÜŒŸ"],
    ["Spanish, Italian and Portuguese", "ñáéíóúüàèìòùãõâêôçÑÁÉÍÓÚÜÀÈÌÒÙÃÕÂÊÔÇ"],
  ])("MM-12 the letters of %s can be entered, each as one character", (_language, letters) => {
    const all = new Set(layers.flat(2));
    expect([...letters].filter((letter) => !all.has(letter))).toEqual([]);
    expect([...all].filter((letter) => letter !== letter.normalize("NFC"))).toEqual([]);
  });

  test("every layer is reached by two keys, and a capital is followed by small letters", () => {
    const reached = new Set<TextLayer>(["small"]);
    for (const layer of reached) reached.add(nextLayer(layer).layer).add(shifted(layer));
    expect([...reached].toSorted()).toEqual(names.toSorted());
    expect(afterCharacter("capital")).toBe("small");
    expect(afterCharacter("capital-accents")).toBe("accents");
    expect(afterCharacter("signs")).toBe("signs");
  });

  test("each layer has the same places, and no sign twice", () => {
    for (const rows of layers) {
      expect(rows.map(({ length }) => length)).toEqual([10, 11, 11, 9]);
      expect(new Set(rows.flat()).size).toBe(41);
    }
  });
});
