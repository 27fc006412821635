/**
 * Controls (C0, C1), which no screen shows and PostgreSQL refuses (U+0000), and the marks that turn the direction of
 * writing, with which a text could show itself as another one.
 */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A text from outside as people may see it: one line without control characters, at most so many UTF-16 units long. */
export function plainWords(text: string, longest: number): string {
  const seen = text
    .slice(0, 4 * longest)
    .replace(UNSEEN, " ")
    .replace(/\s+/g, " ")
    .trim();
  // A cut may go through a pair of surrogates; what is left of it becomes U+FFFD.
  return seen.slice(0, longest).toWellFormed();
}
