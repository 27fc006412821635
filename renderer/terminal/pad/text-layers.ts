export type TextLayer = "small" | "capital" | "signs";

type Rows = readonly [
  digits: readonly string[],
  first: readonly string[],
  second: readonly string[],
  third: readonly string[],
];

const rows = (first: string, second: string, third: string): Rows => [
  [..."1234567890"],
  [...first],
  [...second],
  [...third],
];

/** Hyphen, point and underscore stand with the letters, so that the tilde has its place among the signs. */
const LAYERS: Readonly<Record<TextLayer, Rows>> = {
  small: rows("qwertyuiop@", "asdfghjkl-_", "zxcvbnm. "),
  capital: rows("QWERTYUIOP@", "ASDFGHJKL-_", "ZXCVBNM. "),
  signs: rows("!\"#$%&'()*+", ",~./:;<=>?@", "[\\]^_`{|}"),
};

/** Four rows of keys: ten, eleven, eleven and nine. Together the layers hold every printable sign of ASCII. */
export function lettersOf(layer: TextLayer): Rows {
  return LAYERS[layer];
}
