import { countSize } from "../../ui/count-size.ts";
import styles from "./Figure.module.css";

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  /** The note is read, not only looked up. */
  readonly strong?: boolean;
  readonly testId?: string;
}

/** A figure beside the count: label, value and what it means. */
export function Figure({ label, value, note, strong = false, testId }: FigureProps) {
  return (
    <div className={styles.figure}>
      <span className={styles.label}>{label}</span>
      <span
        className={styles.value}
        data-size={countSize(value)}
        {...(testId === undefined ? {} : { "data-testid": testId })}
      >
        {value}
      </span>
      {note !== undefined && <span className={strong ? styles.strong : styles.note}>{note}</span>}
    </div>
  );
}
