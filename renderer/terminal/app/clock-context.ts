import { createContext, use, useSyncExternalStore } from "react";
import type { StationClock } from "../station/station-clock.ts";

export const ClockContext = createContext<StationClock | null>(null);

/** The station's time, once a second; only the parts that show a running time use it. */
export function useNowMs(): number {
  const clock = use(ClockContext);
  if (clock === null) throw new Error("useNowMs outside of ClockContext");
  return useSyncExternalStore(clock.subscribe, clock.nowMs);
}
