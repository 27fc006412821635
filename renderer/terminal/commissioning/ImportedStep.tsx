import { useText } from "../text/use-text.ts";
import { CountsNowStep } from "./CountsNowStep.tsx";
import type { StepProps } from "./step-props.ts";

/** The mapping that was brought in counts from now on. */
export function ImportedStep({ onGo }: StepProps<"imported">) {
  const t = useText();
  return (
    <CountsNowStep
      heading={t("exchange.imported")}
      words={t("exchange.imported-note")}
      onBack={() => onGo({ step: "exchange" })}
    />
  );
}
