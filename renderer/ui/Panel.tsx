import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./Panel.module.css";

interface PanelProps {
  readonly title?: ReactNode;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A read-only card: nothing in its ground is pressable. */
export function Panel({ title, aside, children, className }: PanelProps) {
  return (
    <section className={classNames(styles.panel, className)}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
