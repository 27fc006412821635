import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./SampleChart.module.css";
import { chartScale } from "./chart-scale.ts";
import { SamplePlot } from "./SamplePlot.tsx";

/** Means over ranges of the samples before, on a scale fixed by the tolerance, so it never jumps. */
export function SampleChart({ check }: { readonly check: CheckView }) {
  const t = useText();
  const number = useNumber();
  const scale = chartScale(check);
  const last = check.history.at(-1);
  if (scale === null || last === undefined) {
    return (
      <section className={styles.chart}>
        <p className={styles.none}>{t("check.no-history")}</p>
      </section>
    );
  }
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
  const place = (value: number) => `${((scale.meanMax - value) / (scale.meanMax - scale.meanMin)) * 100}%`;
  const largest = Math.max(...check.history.map((sample) => sample.range));
  return (
    <section className={styles.chart} role="img" aria-label={text}>
      <p className={styles.name}>
        <strong>{t("check.mean")}</strong>
        <span>{perPiece}</span>
      </p>
      <SamplePlot
        values={check.history.map((sample) => sample.mean)}
        min={scale.meanMin}
        max={scale.meanMax}
        band={{ from: scale.lower, to: scale.upper }}
        limits={[scale.lower, scale.upper]}
        centre={scale.nominal}
      />
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
      <p className={styles.name}>
        <strong>{t("check.range")}</strong>
        <span>{perPiece}</span>
      </p>
      <SamplePlot
        values={check.history.map((sample) => sample.range)}
        min={0}
        max={scale.rangeMax}
        band={null}
        limits={[]}
        centre={0}
      />
      <div className={styles.labels}>
        <p className={styles.centre} style={{ top: "50%" }}>
          <span>{t("check.largest")}</span> {fixed(largest)}
        </p>
      </div>
    </section>
  );
}
