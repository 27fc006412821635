import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import styles from "./GoodBar.module.css";

const WIDTH = 72;

/** "412 of 600" and a bar of the same; more than planned fills the bar and the number says it. */
export function GoodBar({ good, planned }: { readonly good: number; readonly planned: number }) {
  const intl = useIntl();
  const share = planned === 0 ? 0 : Math.min(1, Math.max(0, good / planned));
  return (
    <span className={styles.good}>
      <span className={styles.words}>
        <strong>
          <FormattedNumber value={good} />
        </strong>{" "}
        <FormattedMessage id="tile.of" values={{ planned: intl.formatNumber(planned) }} />
      </span>
      <svg className={styles.bar} width={WIDTH} height="8" aria-hidden="true">
        <rect className={styles.track} width={WIDTH} height="8" />
        <rect className={styles.fill} width={share * WIDTH} height="8" />
      </svg>
    </span>
  );
}
