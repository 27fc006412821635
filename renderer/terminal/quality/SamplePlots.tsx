import { type ReactNode, useMemo } from "react";
import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { chartScale } from "./chart-scale.ts";
import type { PlotInput } from "./draw-plot.ts";
import styles from "./SampleChart.module.css";
import { SamplePlot } from "./SamplePlot.tsx";

interface SamplePlotsProps {
  readonly check: CheckView;
  /** Beside the plot of the means. */
  readonly labels: ReactNode;
}

/** The plot of the means over the plot of the ranges, with the same in words for whoever cannot see it. */
export function SamplePlots({ check, labels }: SamplePlotsProps) {
  const t = useText();
  const number = useNumber();
  const inputs = useMemo(() => plotInputs(check), [check]);
  const last = check.history.at(-1);
  if (inputs === null || last === undefined) return null;
  const fixed = (value: number) => number.fixed(value, check.decimals);
  const text = t("check.chart-text", {
    count: check.history.length,
    mean: fixed(last.mean),
    range: fixed(last.range),
    lower: number.decimal(check.lowerLimit),
    upper: number.decimal(check.upperLimit),
    unit: check.unit,
  });
  const perPiece = t("check.of-pieces", { count: check.sampleSize, unit: check.unit });
  return (
    <div className={styles.chart} role="img" aria-label={text}>
      <p className={styles.name}>
        <strong>{t("check.mean")}</strong>
        <span>{perPiece}</span>
      </p>
      <SamplePlot input={inputs.means} />
      {labels}
      <p className={styles.name}>
        <strong>{t("check.range")}</strong>
        <span>{perPiece}</span>
      </p>
      <SamplePlot input={inputs.ranges} />
      <div className={styles.labels}>
        <p className={styles.centre} style={{ top: "50%" }}>
          <span>{t("check.largest")}</span> {fixed(Math.max(...inputs.ranges.values))}
        </p>
      </div>
    </div>
  );
}

function plotInputs(check: CheckView): { readonly means: PlotInput; readonly ranges: PlotInput } | null {
  const scale = chartScale(check);
  if (scale === null) return null;
  const { lower, upper, nominal, meanMin, meanMax, rangeMax } = scale;
  return {
    means: {
      values: check.history.map((sample) => sample.mean),
      min: meanMin,
      max: meanMax,
      band: { from: lower, to: upper },
      limits: [lower, upper],
      centre: nominal,
    },
    ranges: {
      values: check.history.map((sample) => sample.range),
      min: 0,
      max: rangeMax,
      band: null,
      limits: [],
      centre: 0,
    },
  };
}
