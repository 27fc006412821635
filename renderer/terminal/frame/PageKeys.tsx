import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./PageKeys.module.css";

interface PageKeysProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The way through what is more than one page; nothing where it is not. */
export function PageKeys({ page, pages, onPage }: PageKeysProps) {
  const t = useText();
  if (pages <= 1) return null;
  return (
    <div className={styles.pager}>
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
    </div>
  );
}
