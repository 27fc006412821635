import { FormattedMessage, useIntl } from "react-intl";
import { StateShape } from "../../ui/StateShape.tsx";
import { formatAge } from "../format/age.ts";
import { formatClockWithSeconds } from "../format/moment.ts";
import type { NoticeOf } from "./notice-of.ts";
import styles from "./SourceNotice.module.css";

interface SourceNoticeProps {
  readonly notice: NoticeOf | null;
  readonly asOfUtc: string | null;
}

/** Says what is wrong with the data of a page and how old the shown state is. The live region is always there. */
export function SourceNotice({ notice, asOfUtc }: SourceNoticeProps) {
  return (
    <div role="status" className={styles.place}>
      {notice !== null && (
        <p className={styles.notice} data-state="waiting" data-testid="source-notice">
          <StateShape state="waiting" size={24} />
          <strong className={styles.problem}>
            <FormattedMessage id={`notice.${notice.problem}`} />
          </strong>
          <Shown notice={notice} asOfUtc={asOfUtc} />
        </p>
      )}
    </div>
  );
}

/** Not read out again each second: the sentence before it was, and its age ticks. */
function Shown({ notice, asOfUtc }: { readonly notice: NoticeOf; readonly asOfUtc: string | null }) {
  const intl = useIntl();
  if (notice.dataAgeMs === null || asOfUtc === null) return <FormattedMessage id="notice.nothing" />;
  const values = {
    time: formatClockWithSeconds(intl, asOfUtc),
    age: formatAge(intl, notice.dataAgeMs),
  };
  return (
    <span aria-live="off">
      <FormattedMessage id="notice.keeps" values={values} />
    </span>
  );
}
