import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Pager.module.css";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, pages, onPage }: PagerProps) {
  const { order } = useScreen().model;
  const t = useText();
  const active = order === null ? "" : t("queue.active-note", { order: order.jobOrderId });
  return (
    <div className={styles.pager}>
      <Key
        icon={<IconChevronLeft size={28} aria-hidden="true" />}
        disabled={page <= 1}
        onPress={() => onPage(page - 1)}
      >
        {t("key.previous")}
      </Key>
      <p className={styles.note}>
        {t("queue.page", { page, pages })} {active}
      </p>
      <Key disabled={page >= pages} onPress={() => onPage(page + 1)}>
        <span className={styles.next}>
          {t("key.next")}
          <IconChevronRight size={28} aria-hidden="true" />
        </span>
      </Key>
    </div>
  );
}
