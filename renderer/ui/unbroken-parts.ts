/** Longer ones would not fit on a line of a tile, and have to break somewhere. */
const LONGEST_CHARS = 20;
/** Letters and digits with hyphens between them, at least one digit among them. */
const NUMBERED = /(?=[^\s-]*-)(?=\S*\d)[\p{L}\d]+(?:-[\p{L}\d]+)+/gu;

export interface TextPart {
  /** Where it begins. */
  readonly at: number;
  readonly part: string;
  /** It is not to be broken. */
  readonly isWhole: boolean;
}

/** Takes a text apart at its hyphenated numbers. */
export function unbrokenParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBERED)) {
    const [part] = match;
    if (part.length > LONGEST_CHARS) continue;
    if (match.index > from) parts.push({ at: from, part: text.slice(from, match.index), isWhole: false });
    parts.push({ at: match.index, part, isWhole: true });
    from = match.index + part.length;
  }
  if (from < text.length) parts.push({ at: from, part: text.slice(from), isWhole: false });
  return parts;
}
