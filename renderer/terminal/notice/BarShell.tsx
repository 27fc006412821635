import type { ReactNode } from "react";
import type { ShapeState } from "../../ui/StateShape.tsx";
import styles from "./BarShell.module.css";

interface BarShellProps {
  /** Without a state the bar is the dark one of the strip. */
  readonly state?: ShapeState;
  readonly icon: ReactNode;
  readonly title: string;
  readonly note?: string;
  readonly children?: ReactNode;
  readonly testId: string;
}

/** The bar right above the key row: what the last action led to, and the key that belongs to it. */
export function BarShell({ state, icon, title, note, children, testId }: BarShellProps) {
  return (
    <section
      className={styles.bar}
      role={state === undefined ? "status" : "alert"}
      data-overlay
      data-testid={testId}
      {...(state === undefined ? {} : { "data-state": state })}
    >
      <span className={styles.icon}>{icon}</span>
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}
