import type { ReactNode } from "react";
import styles from "./MiddleNote.module.css";

interface MiddleNoteProps {
  readonly icon: ReactNode;
  readonly words: string;
  /** When something will be here, or what to do about it. */
  readonly note?: string | undefined;
}

/** The one thing that a sheet without a list or a choice has to say, in its middle. */
export function MiddleNote({ icon, words, note }: MiddleNoteProps) {
  return (
    <div className={styles.place}>
      {icon}
      <p className={styles.words}>{words}</p>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </div>
  );
}
