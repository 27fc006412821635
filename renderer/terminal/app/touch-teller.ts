/** Rights last minutes, so the station need not hear of every finger. */
const EVERY_MS = 5_000;

/** Tells of the first touch at once and of later ones at most every few seconds. */
export function touchTeller(tell: () => void, nowMs: () => number): () => void {
  let toldMs = Number.NEGATIVE_INFINITY;
  return () => {
    if (nowMs() - toldMs < EVERY_MS) return;
    toldMs = nowMs();
    tell();
  };
}
