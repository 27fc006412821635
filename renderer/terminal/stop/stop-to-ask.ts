import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { Route, ViewState } from "../app/view-state.ts";

/** Screens that a person fills in: a sheet over them would throw away what is chosen there. */
const ENTRY_SCREENS: readonly Route[] = ["sign-in", "defect", "commissioning"];

/**
 * The stop whose question opens by itself: long enough to be asked about, not asked before, with somebody here to answer,
 * and only over a bare screen. What a person is doing is never taken away; the list of stops waits.
 */
export function stopToAsk(
  { machine, people }: Pick<ScreenModel, "machine" | "people">,
  view: Pick<ViewState, "route" | "sheet">,
  asked: ReadonlySet<string>,
): string | null {
  const { stop } = machine;
  if (stop === null || !stop.asksReason || asked.has(stop.stopId)) return null;
  const isAnyoneToAnswer = people.signedIn.some(({ rights }) => rights !== "none");
  if (!isAnyoneToAnswer || view.sheet !== null || ENTRY_SCREENS.includes(view.route)) return null;
  return stop.stopId;
}
