import { IconHistory } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { PageKeys } from "../frame/PageKeys.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./OutboxPager.module.css";

interface OutboxPagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** Who marks, the way to what was booked here, and through the rows where they are more than one page. */
export function OutboxPager({ page, pages, onPage }: OutboxPagerProps) {
  const { model, open } = useScreen();
  const { outbox } = model;
  const t = useText();
  return (
    <div className={styles.pager}>
      {outbox.refused > 0 && <p className={styles.note}>{t("outbox.lead-marks")}</p>}
      <Key
        className={styles.history}
        icon={<IconHistory size={28} aria-hidden="true" />}
        onPress={() => open({ kind: "history" })}
      >
        {t("history.key")}
      </Key>
      <PageKeys page={page} pages={pages} onPage={onPage} />
    </div>
  );
}
