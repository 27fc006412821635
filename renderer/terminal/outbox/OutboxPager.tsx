import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
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
      {pages > 1 && (
        <>
          <Key
            className={styles.key}
            icon={<IconChevronLeft size={28} aria-hidden="true" />}
            disabled={page <= 1}
            onPress={() => onPage(page - 1)}
          >
            {t("key.previous")}
          </Key>
          <span className={styles.page}>{t("outbox.page", { page, pages })}</span>
          <Key className={styles.key} disabled={page >= pages} onPress={() => onPage(page + 1)}>
            <span className={styles.next}>
              {t("key.next")}
              <IconChevronRight size={28} aria-hidden="true" />
            </span>
          </Key>
        </>
      )}
    </div>
  );
}
