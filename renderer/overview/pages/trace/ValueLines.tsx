import { FormattedMessage, useIntl } from "react-intl";
import type { ProcessValue } from "../../../../shared/protocol/genealogy-pages.ts";
import { formatSpan } from "../../format/span.ts";
import styles from "./NodePanel.module.css";
import { sparkline } from "./sparkline.ts";

const WIDTH_PX = 72;
const HEIGHT_PX = 24;
const DIGITS = { maximumSignificantDigits: 3 } as const;

interface ValueLinesProps {
  readonly values: readonly ProcessValue[];
  readonly window: { readonly fromUtc: string; readonly toUtc: string };
  readonly nowMs: number;
}

/** What the machines measured meanwhile: a line, the mean, and how far it went up and down. */
export function ValueLines({ values, window, nowMs }: ValueLinesProps) {
  const intl = useIntl();
  if (values.length === 0) return null;
  const number = (value: number) => intl.formatNumber(value, DIGITS);
  return (
    <section className={styles.part}>
      <h3>
        <FormattedMessage id="tree.values" values={{ span: formatSpan(intl, window, nowMs) }} />
      </h3>
      {values.map((value) => (
        <div key={`${value.machineId} ${value.signalId}`} className={styles.value}>
          <span title={`${value.machineName}: ${value.signalId}`}>{value.signalId}</span>
          <svg className={styles.line} width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true">
            <path d={sparkline(value.points, { widthPx: WIDTH_PX, heightPx: HEIGHT_PX })} />
          </svg>
          <strong>{`${number(value.mean)} ${value.unit}`.trim()}</strong>
          <span className={styles.range}>
            <FormattedMessage id="tree.range" values={{ min: number(value.min), max: number(value.max) }} />
          </span>
        </div>
      ))}
    </section>
  );
}
