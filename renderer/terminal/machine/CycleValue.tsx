import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { LiveValue } from "./LiveValue.tsx";

/** How long a piece takes, and how long the plan allows for it. */
export function CycleValue({ order }: { readonly order: ActiveOrderView }) {
  const t = useText();
  const number = useNumber();
  const seconds = (value: number) => t("time.seconds", { seconds: number.fixed(value, 1) });
  const { secondsPerPiece, plannedSecondsPerPiece } = order;
  return (
    <LiveValue
      label={t("machine.cycle")}
      value={secondsPerPiece === null ? "–" : seconds(secondsPerPiece)}
      note={
        plannedSecondsPerPiece === null
          ? t("machine.cycle-unplanned")
          : t("machine.cycle-planned", { duration: seconds(plannedSecondsPerPiece) })
      }
    />
  );
}
