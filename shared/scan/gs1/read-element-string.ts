import { hasGs1CheckDigit } from "../../lib/gs1-check-digit.ts";
import { type AiFormat, identifierAt, needsSeparator } from "./application-identifiers.ts";

export const GS = "\u001d";
/** Characters that GS1 allows in text (character set 82). */
const TEXT = /^[!"%-?A-Z_a-z]+$/;

/** By application identifier. */
export type Elements = ReadonlyMap<string, string>;

/**
 * Reads a GS1 element string whole or not at all: a missing separator never merges two elements, since then some
 * element has no known identifier, a wrong length or a wrong check digit (fault K5).
 *
 * @param data without AIM identifier; FNC1 as GS, one at either end is tolerated
 * @returns undefined when it is no valid element string
 */
export function readElementString(data: string): Elements | undefined {
  const elements = new Map<string, string>();
  let rest = data.startsWith(GS) ? data.slice(1) : data;
  while (rest.length > 0) {
    const found = identifierAt(rest);
    if (found === undefined) return undefined;
    const { ai, format } = found;
    const end = endOfValue(rest, ai, format);
    const value = rest.slice(ai.length, end);
    if (!fits(value, format) || (elements.get(ai) ?? value) !== value) return undefined;
    elements.set(ai, value);
    rest = rest.slice(rest.charAt(end) === GS ? end + 1 : end);
  }
  return elements.size > 0 ? elements : undefined;
}

function endOfValue(rest: string, ai: string, { length }: AiFormat): number {
  if (!needsSeparator(ai)) return Math.min(ai.length + length, rest.length);
  const separator = rest.indexOf(GS, ai.length);
  return separator < 0 ? rest.length : separator;
}

function fits(value: string, { digits, length, exact, isKey }: AiFormat): boolean {
  if (value.length === 0 || value.length > length || (exact && value.length !== length)) return false;
  if (!(digits ? /^\d+$/ : TEXT).test(value)) return false;
  return isKey !== true || hasGs1CheckDigit(value);
}

/** The same with the identifiers in brackets, as people write and type it: "(00)340123450000000017". */
export function readBracketed(text: string): Elements | undefined {
  if (!/^\(\d{2,4}\)/.test(text)) return undefined;
  const elements = new Map<string, string>();
  for (const part of text.split("(").slice(1)) {
    const close = part.indexOf(")");
    const [ai, value] = [part.slice(0, close), part.slice(close + 1)];
    const found = close < 0 ? undefined : identifierAt(ai);
    if (found?.ai !== ai || !fits(value, found.format) || (elements.get(ai) ?? value) !== value) {
      return undefined;
    }
    elements.set(ai, value);
  }
  return elements;
}
