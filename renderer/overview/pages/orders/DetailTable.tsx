import { type ReactNode, useId, useState } from "react";
import { FormattedMessage } from "react-intl";
import styles from "./DetailTable.module.css";

/** As many lines as do not push the next order off the screen. */
const SHORT_LIST = 6;

interface DetailTableProps {
  /** Message ids. */
  readonly title: string;
  readonly none: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReactNode[];
  /** So many lines before all are asked for; left out: six. */
  readonly most?: number;
}

/** A list under an open order: the newest lines, and a key for all of them. */
export function DetailTable({ title, none, columns, rows, most = SHORT_LIST }: DetailTableProps) {
  const titleId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, most);
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 className={styles.title} id={titleId}>
        <FormattedMessage id={title} />
      </h2>
      {rows.length === 0 ? (
        <p className={styles.none}>
          <FormattedMessage id={none} />
        </p>
      ) : (
        <table className={styles.table} aria-labelledby={titleId}>
          <thead className="visually-hidden">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <FormattedMessage id={`detail.column.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{shown}</tbody>
        </table>
      )}
      {rows.length > most && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          <FormattedMessage id={showsAll ? "detail.fewer" : "detail.all"} values={{ count: rows.length }} />
        </button>
      )}
    </section>
  );
}
