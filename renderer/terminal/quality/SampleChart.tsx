import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { type ChartScale, chartScale } from "./chart-scale.ts";
import styles from "./SampleChart.module.css";
import { SamplePlots } from "./SamplePlots.tsx";

/** Means over ranges of the samples before, on a scale fixed by the tolerance, so it never jumps. */
export function SampleChart({ check }: { readonly check: CheckView }) {
  const { theme } = useScreen();
  const t = useText();
  const scale = chartScale(check);
  if (scale === null || check.history.length === 0) {
    return (
      <section className={styles.chart}>
        <p className={styles.none}>{t("check.no-history")}</p>
      </section>
    );
  }
  // The plots are pixels: a new theme needs new ones.
  return <SamplePlots key={theme} check={check} labels={<Labels check={check} scale={scale} />} />;
}

interface LabelsProps {
  readonly check: CheckView;
  readonly scale: ChartScale;
}

/** The limits as text beside the plot, each at the height of its line. */
function Labels({ check, scale }: LabelsProps) {
  const t = useText();
  const number = useNumber();
  const place = (value: number) => `${((scale.meanMax - value) / (scale.meanMax - scale.meanMin)) * 100}%`;
  return (
    <div className={styles.labels}>
      <p className={styles.limit} style={{ top: place(scale.upper) }}>
        <span>{t("check.max")}</span> {number.decimal(check.upperLimit)}
      </p>
      <p className={styles.centre} style={{ top: place(scale.nominal) }}>
        <span>{t("check.nominal")}</span> {number.decimal(check.nominal)}
      </p>
      <p className={styles.limit} style={{ top: place(scale.lower) }}>
        <span>{t("check.min")}</span> {number.decimal(check.lowerLimit)}
      </p>
    </div>
  );
}
