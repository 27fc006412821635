import { type Dispatch, useEffect, useRef } from "react";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import { holdPressesBack } from "../../ui/use-press-guard.ts";
import type { ViewAction, ViewState } from "../app/view-state.ts";
import { stopToAsk } from "./stop-to-ask.ts";

/** Opens the question for the reason of a stop by itself. */
export function useStopQuestion(model: ScreenModel, view: ViewState, dispatch: Dispatch<ViewAction>): void {
  const asked = useRef<ReadonlySet<string>>(new Set());
  const stopId = stopToAsk(model, view, asked.current);
  useEffect(() => {
    if (stopId === null) return;
    asked.current = new Set([...asked.current, stopId]);
    holdPressesBack();
    dispatch({ type: "opened", sheet: { kind: "stop", stopId } });
  }, [stopId, dispatch]);
}
