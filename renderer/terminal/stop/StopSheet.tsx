import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { EndedStop } from "./EndedStop.tsx";
import { StandingStop } from "./StandingStop.tsx";

/** Why the machine stands or stood: one tap. The likeliest reasons come first; asking later is always allowed. */
export function StopSheet({ stopId }: { readonly stopId: string }) {
  const { model, closeSheet } = useScreen();
  const qualify = useCommand("stops.qualify");
  const { stop } = model.machine;
  const choose = async (reasonCode: string) => {
    const answer = await qualify.run({ stopId, reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  const onTap = (reasonCode: string) => void choose(reasonCode);
  return stop?.stopId === stopId ? (
    <StandingStop stop={stop} onTap={onTap} />
  ) : (
    <EndedStop stopId={stopId} onTap={onTap} />
  );
}
