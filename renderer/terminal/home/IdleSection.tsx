import { IconLineScan } from "@tabler/icons-react";
import { useText } from "../text/use-text.ts";
import styles from "./IdleSection.module.css";

/** Home without an order: what to do, not zeros. */
export function IdleSection() {
  const t = useText();
  return (
    <section className={styles.section}>
      <IconLineScan size={88} stroke={1.5} aria-hidden="true" />
      <div>
        <p className={styles.title}>{t("home.idle-title")}</p>
        <p className={styles.note}>{t("home.idle-note")}</p>
      </div>
    </section>
  );
}
