import { useEffect } from "react";
import type { ViewState } from "../app/view-state.ts";
import type { StationLink } from "../station/station-link.ts";
import { showsCheck } from "./shows-check.ts";

/**
 * Closes the check when the person leaves it. The glance screen does not: who measures at a bench comes back with the
 * gauge, and its first reading belongs to the check that was left open.
 */
export function useCheckClosing(link: Pick<StationLink, "openCheck">, view: ViewState): void {
  const isShown = showsCheck(view);
  useEffect(() => {
    if (!isShown) link.openCheck(null);
  }, [link, isShown]);
}
