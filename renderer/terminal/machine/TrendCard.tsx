import { IconAlertTriangle } from "@tabler/icons-react";
import { useMemo } from "react";
import type { SignalTrend } from "../../../shared/screen/machine-trend.ts";
import type { LiveValueView, MachineView } from "../../../shared/screen/screen-model.ts";
import { classNames } from "../../ui/class-names.ts";
import { useScreen } from "../app/screen-context.ts";
import { useNumber } from "../text/use-number.ts";
import { type Text, useText } from "../text/use-text.ts";
import { limitsWords, normalWords } from "./limits-words.ts";
import styles from "./TrendCard.module.css";
import { TrendPlot } from "./TrendPlot.tsx";
import { trendScale } from "./trend-scale.ts";
import { unitSign } from "./unit-sign.ts";
import { SPANS_MS, type TrendSpan } from "./use-trend.ts";
import { useValueNote } from "./use-value-note.ts";
import { numberWords, valueWords } from "./value-words.ts";

interface TrendCardProps {
  readonly machine: MachineView;
  readonly value: LiveValueView;
  readonly span: TrendSpan;
  readonly fromMs: number | null;
  /** null: not known yet. */
  readonly curve: SignalTrend | null;
}

/** One value: how high it is now, how it went, and where it was most of the time. */
export function TrendCard({ machine, value, span, fromMs, curve }: TrendCardProps) {
  const { time } = useScreen();
  const t = useText();
  const number = useNumber();
  const { note, stale } = useValueNote()(value, machine);
  const unit = unitSign(value.unit);
  const { limits } = value;
  const [low, high] = [limits?.low ?? null, limits?.high ?? null];
  const scale = useMemo(
    () => (curve === null ? null : trendScale(curve, low === null && high === null ? null : { low, high })),
    [curve, low, high],
  );
  const input = useMemo(
    () => (curve === null || scale === null ? null : { curve, scale, spanMs: SPANS_MS[span], muted: stale }),
    [curve, scale, span, stale],
  );
  const beyond = stale ? null : limitsWords(value, { t, number });
  const words = (one: number) => numberWords(one, number);
  const usual =
    scale === null ? null : usualWords({ from: words(scale.usual.from), to: words(scale.usual.to), unit }, t);
  const normal = limits === null ? usual : normalWords(limits, unit, { t, number });
  return (
    <section
      className={classNames(styles.card, stale && styles.stale, beyond !== null && styles.outside)}
      aria-label={value.name}
      {...(beyond === null ? {} : { "data-state": "waiting" })}
    >
      <p className={styles.head}>
        <span className={styles.name} data-clip>
          {value.name}
        </span>
        <span className={styles.value}>
          {valueWords(value, number)}
          {unit !== "" && <span className={styles.unit}> {unit}</span>}
        </span>
      </p>
      {input === null ? (
        <p className={styles.empty}>{t(curve === null ? "machine.trend-comes" : "machine.trend-short")}</p>
      ) : (
        <TrendPlot input={input} />
      )}
      <p className={styles.foot}>
        <span>{fromMs === null ? "" : time.clock(new Date(fromMs).toISOString())}</span>
        {beyond === null ? (
          <span>{stale ? note : normal}</span>
        ) : (
          <span className={styles.beyond}>
            <IconAlertTriangle size={24} aria-hidden="true" />
            {beyond}
          </span>
        )}
      </p>
    </section>
  );
}

interface Usual {
  readonly from: string;
  readonly to: string;
  readonly unit: string;
}

function usualWords({ from, to, unit }: Usual, t: Text): string {
  return from === to
    ? t("machine.usual-one", { at: from, unit }).trim()
    : t("machine.usual", { from, to, unit }).trim();
}
