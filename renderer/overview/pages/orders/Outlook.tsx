import { FormattedMessage, useIntl } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { formatMoment } from "../../format/moment.ts";
import styles from "./Outlook.module.css";
import { materialWords, readyWords, riskWords, type StandingWords } from "./outlook-words.ts";

interface OutlookProps {
  readonly order: OrderRow;
  readonly nowMs: number;
}

/** When it will be ready; of one that ended, when it did. */
export function ReadyTime({ order, nowMs }: OutlookProps) {
  const intl = useIntl();
  const { outlook, finishedUtc } = order;
  if (outlook === null) {
    return (
      <span className={styles.quiet}>
        {finishedUtc === null ? (
          "–"
        ) : (
          <FormattedMessage id="ready.was" values={{ time: formatMoment(intl, finishedUtc, nowMs) }} />
        )}
      </span>
    );
  }
  const { main, beside } = readyWords(intl, outlook.forecast, nowMs);
  return (
    <span className={styles.ready}>
      <strong className={styles.time}>{main}</strong> <span className={styles.beside}>{beside}</span>
    </span>
  );
}

export function RiskWords({ order }: Pick<OutlookProps, "order">) {
  const intl = useIntl();
  return order.outlook === null ? null : (
    <Standing {...riskWords(intl, order.outlook.risk)} isLong={order.outlook.risk.kind === "blocked"} />
  );
}

export function MaterialWords({ order, nowMs }: OutlookProps) {
  const intl = useIntl();
  if (order.outlook === null) return null;
  const { beside, ...standing } = materialWords(intl, order.outlook.material, nowMs);
  return (
    <>
      <Standing {...standing} isLong />
      {beside !== undefined && <span className={styles.told}>{beside}</span>}
    </>
  );
}

interface StandingProps extends Omit<StandingWords, "beside"> {
  /** The words are somebody's own, and may take more than one line. */
  readonly isLong: boolean;
}

/** What goes as it should is plain text, so that the chips are what the eye finds. */
function Standing({ words, look, isLong }: StandingProps) {
  return look === null ? (
    <span className={styles.quiet}>{words}</span>
  ) : (
    <span className={styles.chip} data-state={look} {...(isLong ? { "data-long": "", title: words } : {})}>
      {words}
    </span>
  );
}
