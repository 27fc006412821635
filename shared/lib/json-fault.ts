/** So many characters V8 quotes before the one it did not expect, where it names no place. */
const QUOTED_BEFORE = 10;
const QUOTED_AMID_OTHERS = /^(Unexpected token '.+?'), \.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/s;

/**
 * Why a text is no JSON, in one line and with the line where it is wrong: for some faults V8 quotes the surroundings only,
 * line breaks and all.
 *
 * @param fault what `JSON.parse` threw
 */
export function jsonFault(text: string, fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  const [, what = message, quoted] = QUOTED_AMID_OTHERS.exec(message) ?? [];
  if (quoted === undefined) return message.replaceAll(/\s+/g, " ");
  const at = text.indexOf(quoted);
  const isOnlyPlace = at >= 0 && text.indexOf(quoted, at + 1) < 0;
  const place = isOnlyPlace ? ` (line ${text.slice(0, at + QUOTED_BEFORE).split("\n").length})` : "";
  return `${what}${place} in: ${quoted.trim().replaceAll(/\s+/g, " ")}`;
}
