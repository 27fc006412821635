import { IconBinaryTree, IconZoomQuestion } from "@tabler/icons-react";
import styles from "./TraceEmpty.module.css";

interface TraceEmptyProps {
  /** "start": nothing is searched yet. "unknown": it was, and nobody knows it. */
  readonly kind: "start" | "unknown";
  readonly words: string;
  /** What to try. */
  readonly note?: string;
}

/** A page without a tree says what it is for, or what to try next. */
export function TraceEmpty({ kind, words, note }: TraceEmptyProps) {
  const Icon = kind === "start" ? IconBinaryTree : IconZoomQuestion;
  return (
    <div className={styles.empty} role="status">
      <Icon size={72} stroke={1.25} aria-hidden="true" />
      <p className={styles.words}>{words}</p>
      {note !== undefined && <p>{note}</p>}
    </div>
  );
}
