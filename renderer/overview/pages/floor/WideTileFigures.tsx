import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import { TenthsBar } from "./TenthsBar.tsx";
import styles from "./WideTileFigures.module.css";

interface WideTileFiguresProps {
  readonly good: number;
  readonly scrap: number;
  readonly planned: number;
}

/** Good of planned as large as a wall needs it, with the bar under it and what follows from both beside it. */
export function WideTileFigures({ good, scrap, planned }: WideTileFiguresProps) {
  const intl = useIntl();
  const share = planned === 0 ? 0 : Math.min(1, Math.max(0, good / planned));
  return (
    <div className={styles.figures}>
      <div className={styles.row}>
        <p className={styles.good}>
          <span className={styles.label}>
            <FormattedMessage id="tile.good" />
          </span>
          <span className={styles.goodOf}>
            <span className={styles.count}>
              <FormattedNumber value={good} />
            </span>
            <span className={styles.of}>
              <FormattedMessage id="tile.of" values={{ planned: intl.formatNumber(planned) }} />
            </span>
          </span>
        </p>
        <dl className={styles.beside}>
          <Beside label="tile.scrap" value={intl.formatNumber(scrap)} />
          <Beside label="tile.left" value={intl.formatNumber(Math.max(0, planned - good))} />
          <Beside label="tile.done" value={intl.formatNumber(share, { style: "percent" })} />
        </dl>
      </div>
      <TenthsBar share={share} />
    </div>
  );
}

function Beside({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className={styles.item}>
      <dt className={styles.label}>
        <FormattedMessage id={label} />
      </dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}
