import { useState } from "react";
import type { RefusalCode } from "../../../shared/domain/refusal.ts";
import type { CommandAnswer } from "../../../shared/screen/commands.ts";
import { useScreen } from "../app/screen-context.ts";

/** The station asks, and takes the same quantity when a person says that it is so. */
function isDoubt(code: RefusalCode): boolean {
  return code === "quantity-too-large" || code === "more-than-handed-on";
}

export interface Doubt {
  /** The person is being asked about just this entry; sending it now says that it is so. */
  readonly isAsked: boolean;
  ask(): void;
  /** Asks instead of showing the refusal when the station doubts the quantity. @returns whether it was booked */
  settled(answer: CommandAnswer | null): boolean;
}

/** A quantity that looks like a slip is asked about once, on its own key (O2); another entry begins anew. */
export function useDoubt(text: string): Doubt {
  const { dismissNotice } = useScreen();
  const [asked, setAsked] = useState<string | null>(null);
  return {
    isAsked: asked !== null && asked === text,
    ask: () => setAsked(text),
    settled(answer) {
      if (answer?.ok === false && isDoubt(answer.refusal.code)) {
        dismissNotice();
        setAsked(text);
      }
      return answer?.ok === true;
    },
  };
}
