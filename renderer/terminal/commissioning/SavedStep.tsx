import { useText } from "../text/use-text.ts";
import { CountsNowStep } from "./CountsNowStep.tsx";
import type { StepProps } from "./step-props.ts";

/** The machine is part of the station from now on. */
export function SavedStep({ state, onGo }: StepProps<"saved">) {
  const t = useText();
  return (
    <CountsNowStep
      place={4}
      heading={t("commissioning.saved", { name: state.name })}
      words={t("commissioning.saved-note")}
      onBack={() => onGo({ step: "address" })}
    />
  );
}
