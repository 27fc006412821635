/** Two lines of a row hold so many characters. */
const MOST_CHARS = 30;

/** An id as a row can show it: both its ends, because what tells two apart may be at either. */
export function shortId(id: string): string {
  if (id.length <= MOST_CHARS) return id;
  const half = Math.floor((MOST_CHARS - 1) / 2);
  return `${id.slice(0, half)}…${id.slice(-half)}`;
}

/** Longer ones do not fit in the size of an order's number and go on in a second line. */
export function isLongId(id: string): boolean {
  return id.length > 10;
}
