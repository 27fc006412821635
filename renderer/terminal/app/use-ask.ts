import { type Dispatch, useCallback } from "react";
import type { CommissioningInput, CommissioningName } from "../../../shared/screen/commissioning.ts";
import type { CommissioningAnswers } from "../station/commissioning-link.ts";
import type { StationLink } from "../station/station-link.ts";
import type { ViewAction } from "./view-state.ts";

export type Ask = <Name extends CommissioningName>(
  name: Name,
  input: CommissioningInput<Name>,
  options?: {
    /** Not asked by a person: no notice comes of it, and none goes. */
    readonly quiet?: boolean;
  },
) => Promise<CommissioningAnswers[Name] | null>;

/** Asks about machines and shows a refusal or silence where every other is shown. @returns null when no answer came */
export function useAsk(link: StationLink, dispatch: Dispatch<ViewAction>): Ask {
  return useCallback(
    async (name, input, { quiet = false } = {}) => {
      const show = (action: ViewAction) => {
        if (!quiet) dispatch(action);
      };
      show({ type: "acted" });
      try {
        const answer = await link.askMachines(name, input);
        if (!answer.ok) show({ type: "noticed", notice: { kind: "refused", refusal: answer.refusal } });
        return answer;
      } catch {
        // Nothing is known of the machine then; the person asks again.
        show({ type: "noticed", notice: { kind: "no-answer" } });
        return null;
      }
    },
    [link, dispatch],
  );
}
