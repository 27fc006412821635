import { unreachable } from "../../../shared/lib/unreachable.ts";

export type TextLayer = "small" | "capital" | "signs" | "accents" | "capital-accents";

type Rows = readonly [
  digits: readonly string[],
  first: readonly string[],
  second: readonly string[],
  third: readonly string[],
];

const DIGITS = "1234567890";

const rows = ([digits, first, second, third]: readonly [string, string, string, string]): Rows => [
  [...digits],
  [...first],
  [...second],
  [...third],
];

/** Hyphen, point and underscore stand with the letters, so that the tilde has its place among the signs. */
const LAYERS: Readonly<Record<TextLayer, Rows>> = {
  small: rows([DIGITS, "qwertyuiop@", "asdfghjkl-_", "zxcvbnm. "]),
  capital: rows([DIGITS, "QWERTYUIOP@", "ASDFGHJKL-_", "ZXCVBNM. "]),
  signs: rows([DIGITS, "!\"#$%&'()*+", ",~./:;<=>?@", "[\\]^_`{|}"]),
  accents: rows(["äöüßåæøéèê", "ąćęłńóśźż§€", "áàâãëíîïñôõ", "úùûçìòœÿµ"]),
  "capital-accents": rows(["ÄÖÜẞÅÆØÉÈÊ", "ĄĆĘŁŃÓŚŹŻ£°", "ÁÀÂÃËÍÎÏÑÔÕ", "ÚÙÛÇÌÒŒŸ²"]),
};

/** What the key for capitals makes of a layer, and makes undone. */
const SHIFTED: Readonly<Record<TextLayer, TextLayer>> = {
  small: "capital",
  capital: "small",
  signs: "capital",
  accents: "capital-accents",
  "capital-accents": "accents",
};

export function shifted(layer: TextLayer): TextLayer {
  return SHIFTED[layer];
}

/** One capital at a time, as on every telephone. */
export function afterCharacter(layer: TextLayer): TextLayer {
  return layer === "capital" || layer === "capital-accents" ? SHIFTED[layer] : layer;
}

/** The key that leads on: letters, signs, letters of other alphabets, and round again. */
export function nextLayer(layer: TextLayer): { readonly layer: TextLayer; readonly word: string } {
  switch (layer) {
    case "small":
    case "capital":
      return { layer: "signs", word: "#+=" };
    case "signs":
      return { layer: "accents", word: "äøł" };
    case "accents":
    case "capital-accents":
      return { layer: "small", word: "abc" };
    default:
      return unreachable(layer);
  }
}

/**
 * Four rows of keys: ten, eleven, eleven and nine. Together the layers hold every printable sign of ASCII, and the letters of
 * German, Danish, Swedish, Polish and the Romance languages, each as the one character that keyboards write (NFC).
 */
export function lettersOf(layer: TextLayer): Rows {
  return LAYERS[layer];
}
