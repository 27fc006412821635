import { classNames } from "../../ui/class-names.ts";
import styles from "./LiveValues.module.css";

interface LiveValueProps {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  /** The value is old: hatched and muted. */
  readonly stale?: boolean;
  /** The value is a word, not a number. */
  readonly words?: boolean;
}

export function LiveValue({ label, value, note, stale = false, words = false }: LiveValueProps) {
  return (
    <div className={classNames(styles.cell, stale && styles.stale)}>
      <span className={styles.label}>{label}</span>
      <span className={words ? styles.words : styles.value}>{value}</span>
      <span className={styles.note}>{note}</span>
    </div>
  );
}
