import { IconAlertTriangle } from "@tabler/icons-react";
import { classNames } from "../../ui/class-names.ts";
import styles from "./LiveValues.module.css";

interface LiveValueProps {
  readonly label: string;
  readonly value: string;
  /** As people know it; empty: none. */
  readonly unit?: string;
  readonly note: string;
  /** The value is old: hatched and muted. */
  readonly stale?: boolean;
  /** The value is a word, not a number. */
  readonly words?: boolean;
  /** Outside of what is normal: marked by colour, shape and the words of the note. */
  readonly outside?: boolean;
}

export function LiveValue(props: LiveValueProps) {
  const { label, value, unit = "", note, stale = false, words = false, outside = false } = props;
  return (
    <div
      className={classNames(styles.cell, stale && styles.stale, outside && styles.outside)}
      {...(outside ? { "data-state": "waiting" } : {})}
    >
      <span className={styles.label} data-clip>
        {label}
      </span>
      <span className={words ? styles.words : styles.value} data-clip>
        {value}
        {unit !== "" && <span className={styles.unit}> {unit}</span>}
      </span>
      <span className={styles.note}>
        {outside && <IconAlertTriangle size={24} aria-hidden="true" />}
        {note}
      </span>
    </div>
  );
}
