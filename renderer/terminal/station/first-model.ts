import type { StationLink } from "./station-link.ts";

/**
 * Resolves when the station has sent its first model, or after `waitMs` without one: a screen that is about to know what
 * to show does not first draw that it knows nothing.
 */
export function firstModel(link: Pick<StationLink, "getState" | "subscribe">, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(late);
      unsubscribe();
      resolve();
    };
    const late = setTimeout(end, waitMs);
    const unsubscribe = link.subscribe(() => {
      if (link.getState().model !== null) end();
    });
    if (link.getState().model !== null) end();
  });
}
