import { type Dispatch, useEffect, useRef } from "react";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import { answersSheet, routeAfterPeople, routeAfterScan } from "./route-after.ts";
import type { ViewAction, ViewState } from "./view-state.ts";

/** Follows what the station reports: a scan may open a screen, the last person leaving asks for the next. */
export function useRouting(
  model: ScreenModel,
  { route, sheet }: ViewState,
  dispatch: Dispatch<ViewAction>,
): void {
  const { lastScan } = model;
  const seenScanId = useRef(lastScan?.scanId ?? null);
  const people = model.people.signedIn.length;
  const seenPeople = useRef(people);
  const here = useRef({ route, sheet });
  here.current = { route, sheet };

  useEffect(() => {
    if (lastScan === null || lastScan.scanId === seenScanId.current) return;
    seenScanId.current = lastScan.scanId;
    // A badge answers "the rights have ended".
    if (lastScan.outcome === "signed-in") dispatch({ type: "dismissed-notice" });
    const next = routeAfterScan(lastScan.outcome, here.current.route);
    // What is begun on the screen that a scan only shows once more is not thrown away.
    const isHere = lastScan.verdict === "shown" && next === here.current.route;
    if (next !== null && !isHere) dispatch({ type: "went", route: next });
    else if (answersSheet(lastScan, here.current.sheet)) dispatch({ type: "closed-sheet" });
  }, [lastScan, dispatch]);

  useEffect(() => {
    const before = seenPeople.current;
    if (people === before) return;
    seenPeople.current = people;
    const next = routeAfterPeople(before, people, here.current.route);
    if (next !== null) dispatch({ type: "went", route: next });
  }, [people, dispatch]);
}
