import styles from "./RowWords.module.css";

interface RowWordsProps {
  readonly title: string;
  readonly second: string;
}

/** What a row of a list is about, and below it the rest; either is cut rather than wrapped. */
export function RowWords({ title, second }: RowWordsProps) {
  return (
    <span className={styles.words}>
      <strong className={styles.title} data-clip>
        {title}
      </strong>
      <span className={styles.second} data-clip>
        {second}
      </span>
    </span>
  );
}
