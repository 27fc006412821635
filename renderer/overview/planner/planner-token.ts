import { useSyncExternalStore } from "react";

let token = "";
const watchers = new Set<() => void>();

/** The planner's token lives in this window only: it is gone with the tab, and no other page of the browser can read it. */
export function keepPlannerToken(next: string): void {
  token = next.trim();
  for (const watch of watchers) watch();
}

export function usePlannerToken(): string {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => token,
  );
}
