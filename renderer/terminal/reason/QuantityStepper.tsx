import { Stepper } from "../../ui/Stepper.tsx";
import { useText } from "../text/use-text.ts";

/** More than this by tapping is a case for the lead. */
const MOST = 99;
const JUMPS = [5, 10];

interface QuantityStepperProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** How many pieces are no good. */
export function QuantityStepper({ value, onChange }: QuantityStepperProps) {
  const t = useText();
  return (
    <Stepper
      value={value}
      most={MOST}
      label={t("reason.quantity")}
      fewer={t("reason.fewer")}
      more={t("reason.more")}
      unit={t("reason.pieces", { count: value })}
      jumps={JUMPS}
      onChange={onChange}
    />
  );
}
