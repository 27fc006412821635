import { useCallback, useMemo, useRef, useState } from "react";
import type { CommandAnswer, CommandInput } from "../../../shared/screen/commands.ts";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { ScreenCommand } from "../station/station-link.ts";
import { useScreen } from "./screen-context.ts";
import { unansweredIntentsIn } from "./unanswered-intents.ts";

type WithoutIntent<Name extends ScreenCommand> = Omit<
  CommandInput<Name>,
  "intentId" | "workUnit" | "onOrder"
>;

export interface Command<Name extends ScreenCommand> {
  /** Sends the command; presses while one is under way do nothing. @returns the answer, or null without one */
  run(input: WithoutIntent<Name>): Promise<CommandAnswer | null>;
  readonly busy: boolean;
}

/** A PIN is never written down, not even for the session. */
function withoutSecrets(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== "pin"));
}

/** The station said what became of it. After a failed disk it does not know itself, until it has verified its data. */
function isSettled(answer: CommandAnswer | null): boolean {
  return answer !== null && (answer.ok || answer.refusal.code !== "storage-failed");
}

/**
 * A command armed with one intent: every try with the same content carries the same id until the station has answered, so
 * a lost answer is never a second booking (I-3).
 *
 * @param restoredIntentId id of an unsent entry that survived a reload
 */
export function useCommand<Name extends ScreenCommand>(name: Name, restoredIntentId?: string): Command<Name> {
  const { send, model } = useScreen();
  const place = usePressedAt(model);
  const armed = useRef(restoredIntentId ?? null);
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);

  const run = useCallback(
    async (input: WithoutIntent<Name>) => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      const unanswered = unansweredIntentsIn(sessionStorage);
      const content = withoutSecrets({ ...place, ...input });
      const fresh = armed.current !== null && !unanswered.wasSent(armed.current) ? armed.current : null;
      const intentId = unanswered.find(name, content) ?? fresh ?? crypto.randomUUID();
      armed.current = null;
      unanswered.remember(name, content, intentId);
      // A generic Omit plus its missing part is not seen as the whole by the compiler; the station validates it.
      const answer = await send(name, { ...place, ...input, intentId } as unknown as CommandInput<Name>);
      if (isSettled(answer)) unanswered.forget(name, content);
      underWay.current = false;
      setBusy(false);
      return answer;
    },
    [name, send, place],
  );
  return { run, busy };
}

/** What the screen shows while the key is pressed: a terminal with several places books there and nowhere else. */
function usePressedAt({ station }: ScreenModel): Partial<CommandInput<"orders.pause">> {
  const shown = station.places.length > 1 ? station.places.find(({ isShown }) => isShown) : undefined;
  const workUnit = shown?.workUnit;
  const onOrder = shown?.jobOrderId ?? null;
  return useMemo(
    () => ({ ...(workUnit !== undefined && { workUnit }), ...(onOrder !== null && { onOrder }) }),
    [workUnit, onOrder],
  );
}
