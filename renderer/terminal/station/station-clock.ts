import type { StationLink } from "./station-link.ts";

/** The station's wall clock as this screen knows it, ticking once a second. */
export interface StationClock {
  nowMs(): number;
  subscribe(listener: () => void): () => void;
}

/** Between two ticks it is never as far off as this. */
const JUMP_MS = 2_000;

/** Follows the station's time, so that a wrong clock of the panel never shows a wrong duration. */
export function followStationClock(
  link: Pick<StationLink, "getState" | "subscribe">,
  panelNowMs: () => number,
): StationClock {
  let offsetMs = 0;
  let secondMs = floorToSecond(panelNowMs());
  const listeners = new Set<() => void>();
  const tick = () => {
    secondMs = floorToSecond(panelNowMs() + offsetMs);
    for (const listener of listeners) listener();
  };
  link.subscribe(() => {
    const { model } = link.getState();
    if (model === null) return;
    offsetMs = Date.parse(model.station.nowUtc) - panelNowMs();
    // The first time is not waited for, nor one that was set: until the next tick everything would have a wrong age.
    if (Math.abs(panelNowMs() + offsetMs - secondMs) >= JUMP_MS) tick();
  });
  setInterval(tick, 1000);
  return {
    nowMs: () => secondMs,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function floorToSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
