import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { ViewState } from "../app/view-state.ts";
import { hasPlaces } from "./has-places.ts";

/** Whether the machine's state stands in a band across the content, so that the header need not tell it too. */
export function bandOnScreen(
  model: Pick<ScreenModel, "machine" | "station">,
  { route, sheet }: Pick<ViewState, "route" | "sheet">,
): boolean {
  if (sheet === null) return route === "home";
  // Several places are told and chosen in the header while a sheet is open.
  return sheet.kind === "stop" && sheet.stopId === model.machine.stop?.stopId && !hasPlaces(model);
}
