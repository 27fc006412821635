import { StateShape } from "../../ui/StateShape.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./GlanceQuestion.module.css";

/** The terminal waits for a reason: said as large as the state, so that somebody comes to answer. */
export function GlanceQuestion({ isNoData }: { readonly isNoData: boolean }) {
  const t = useText();
  return (
    <section className={styles.question} data-state="setup">
      <StateShape state="setup" size={104} />
      <div>
        <p className={styles.words} data-lines="1">
          {t(isNoData ? "glance.why-no-data" : "glance.why")}
        </p>
        <p className={styles.answer}>{t("glance.answer")}</p>
      </div>
    </section>
  );
}
