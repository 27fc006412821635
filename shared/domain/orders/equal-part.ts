/** One of equal parts in whole milliseconds; what is left over goes to the first ones, so that the parts add up. */
export function equalPart(
  ms: number,
  { of, place }: { readonly of: number; readonly place: number },
): number {
  if (of < 2) return ms;
  const base = Math.floor(ms / of);
  return base + (place < ms - base * of ? 1 : 0);
}
