import { useScreen } from "../app/screen-context.ts";
import { PageKeys } from "../frame/PageKeys.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./OutboxPager.module.css";

interface OutboxPagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Who marks, and the way through the rows where they are more than one page. */
export function OutboxPager({ page, pages, onPage }: OutboxPagerProps) {
  const { outbox } = useScreen().model;
  const t = useText();
  return (
    <div className={styles.pager}>
      {outbox.refused > 0 && <p className={styles.note}>{t("outbox.lead-marks")}</p>}
      <PageKeys page={page} pages={pages} onPage={onPage} />
    </div>
  );
}
