import { IconCircleCheck, IconKeyboardOff, IconPlugConnectedX } from "@tabler/icons-react";
import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useNumber } from "../text/use-number.ts";
import { type Text, useText } from "../text/use-text.ts";
import styles from "./CheckTitle.module.css";

/** What is measured, its limits, and whether the gauge speaks. */
export function CheckTitle({
  check,
  short = false,
}: {
  readonly check: CheckView;
  readonly short?: boolean;
}) {
  const t = useText();
  const number = useNumber();
  const lower = number.decimal(check.lowerLimit);
  const upper = number.decimal(check.upperLimit);
  const Icon =
    check.gaugeId === null ? IconKeyboardOff : check.gaugeReady ? IconCircleCheck : IconPlugConnectedX;
  return (
    <header className={styles.title}>
      {short ? (
        <p className={styles.name} data-clip>
          {check.name}
        </p>
      ) : (
        <ScreenHeading clips className={styles.name}>
          {check.name}
        </ScreenHeading>
      )}
      <span className={styles.limits}>{t("check.limits", { lower, upper, unit: check.unit })}</span>
      {!short && (
        <span className={styles.gauge}>
          <Icon size={28} aria-hidden="true" />
          {gaugeWords(check, t)}
        </span>
      )}
    </header>
  );
}

function gaugeWords(check: CheckView, t: Text): string {
  if (check.gaugeId === null) return t("check.no-gauge");
  return t(check.gaugeReady ? "check.gauge-ready" : "check.gauge-away", { gauge: check.gaugeId });
}
