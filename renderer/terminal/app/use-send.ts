import { type Dispatch, useCallback } from "react";
import type { StationLink } from "../station/station-link.ts";
import type { ScreenContextValue } from "./screen-context.ts";
import type { ViewAction } from "./view-state.ts";

/**
 * Carries commands to the station and shows what it said when that was not simply "done". A screen without a station
 * sends nothing: a press must never be booked later, when nobody looks.
 */
export function useSend(link: StationLink, dispatch: Dispatch<ViewAction>): ScreenContextValue["send"] {
  return useCallback(
    async (name, input) => {
      dispatch({ type: "acted" });
      if (link.getState().link !== "live") {
        dispatch({ type: "noticed", notice: { kind: "no-station" } });
        return null;
      }
      try {
        const answer = await link.submit(name, input);
        if (!answer.ok) dispatch({ type: "noticed", notice: { kind: "refused", refusal: answer.refusal } });
        else if (answer.repeated) dispatch({ type: "noticed", notice: { kind: "repeated" } });
        return answer;
      } catch {
        // Whatever it was, nobody knows whether it is booked; the person presses again and the intent decides.
        dispatch({ type: "noticed", notice: { kind: "no-answer" } });
        return null;
      }
    },
    [link, dispatch],
  );
}

/** Hands a scan over, or says that nobody took it. */
export async function sendScan(
  link: StationLink,
  raw: string,
  dispatch: Dispatch<ViewAction>,
): Promise<void> {
  try {
    if (link.getState().link !== "live") throw new Error("The station cannot be reached");
    await link.submitScan(raw);
  } catch {
    // Whatever it was, the scan led to nothing; scanning again is what the person will do.
    dispatch({ type: "noticed", notice: { kind: "no-station" } });
  }
}
