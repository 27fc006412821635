import type { ScreenModel } from "../../../shared/screen/screen-model.ts";

/** A terminal with several places shows each of them on every screen; one tap leads there. */
export function hasPlaces({ station }: Pick<ScreenModel, "station">): boolean {
  return station.places.length > 1;
}
