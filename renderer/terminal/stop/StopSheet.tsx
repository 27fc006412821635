import { useLayoutEffect, useRef } from "react";
import { holdPressesBack } from "../../ui/use-press-guard.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { EndedStop } from "./EndedStop.tsx";
import { StandingStop } from "./StandingStop.tsx";

/** Why the machine stands or stood: one tap. The likeliest reasons come first; asking later is always allowed. */
export function StopSheet({ stopId }: { readonly stopId: string }) {
  const { model, closeSheet } = useScreen();
  const qualify = useCommand("stops.qualify");
  const { stop } = model.machine;
  const stands = stop?.stopId === stopId;
  useHeldBackWhenItChanges(stands);
  const choose = async (reasonCode: string) => {
    const answer = await qualify.run({ stopId, reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  const onTap = (reasonCode: string) => void choose(reasonCode);
  return stop !== null && stands ? (
    <StandingStop stop={stop} onTap={onTap} />
  ) : (
    <EndedStop stopId={stopId} onTap={onTap} />
  );
}

/** Once the machine runs the reasons lie elsewhere: a finger on its way to one must not book the one that came there. */
function useHeldBackWhenItChanges(stands: boolean): void {
  const before = useRef(stands);
  useLayoutEffect(() => {
    if (before.current !== stands) holdPressesBack();
    before.current = stands;
  }, [stands]);
}
