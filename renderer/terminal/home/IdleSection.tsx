import { IconLineScan } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { nextOrder } from "./home-primary.ts";
import styles from "./IdleSection.module.css";
import { NextOrder } from "./NextOrder.tsx";

/** Home without an order: what to do and what comes next, not zeros. */
export function IdleSection() {
  const { queue } = useScreen().model;
  const t = useText();
  const next = nextOrder(queue);
  return (
    <section className={styles.section}>
      <IconLineScan className={styles.picture} size={88} stroke={1.5} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{t("home.idle-title")}</p>
        <p className={styles.note}>{t("home.idle-note")}</p>
      </div>
      {next !== undefined && <NextOrder row={next} />}
    </section>
  );
}
