const STEP_PX = 2;
const places = [
  { x: 0, y: 0 },
  { x: STEP_PX, y: 0 },
  { x: STEP_PX, y: STEP_PX },
  { x: 0, y: STEP_PX },
] as const;

/** Moves the picture by 2 px each minute, so that nothing burns into the panel. */
export function burnInShift(nowMs: number): { readonly x: number; readonly y: number } {
  const minute = Math.floor(nowMs / 60_000);
  return places[((minute % places.length) + places.length) % places.length] ?? places[0];
}
