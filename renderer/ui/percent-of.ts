/** A part of a whole as a CSS length between 0 % and 100 %; of nothing, everything is used. */
export function percentOf(part: number, whole: number): string {
  const share = whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole));
  return `${share * 100}%`;
}
