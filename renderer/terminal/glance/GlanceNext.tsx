import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./GlanceNext.module.css";

/** What comes next, and what after that. */
export function GlanceNext() {
  const { checks } = useScreen().model;
  const t = useText();
  const next = checks.toSorted((a, b) => a.dueInPieces - b.dueInPieces)[0];
  if (next === undefined) {
    return (
      <section className={styles.next}>
        <p className={styles.muted}>{t("glance.no-check")}</p>
      </section>
    );
  }
  return (
    <section className={styles.next}>
      <svg width="64" height="64" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M12 2l10 10-10 10L2 12z" fill="currentColor" />
      </svg>
      <p className={styles.words} data-clip>
        <strong>{t("glance.check", { name: next.name })}</strong>{" "}
        {next.dueInPieces <= 0 ? t("home.check-now") : t("home.check-in", { count: next.dueInPieces })}
      </p>
    </section>
  );
}
