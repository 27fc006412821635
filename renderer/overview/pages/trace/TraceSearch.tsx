import { IconScan } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type TraceSubject, traceKinds, traceOf } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import styles from "./TraceView.module.css";
import { traceSubject } from "./trace-search.ts";

interface TraceSearchProps {
  readonly navigate: Navigate;
  readonly subject: TraceSubject | null;
}

/** One box for scanned labels and typed numbers; the list says what a plain number is. */
export function TraceSearch({ navigate, subject }: TraceSearchProps) {
  const intl = useIntl();
  const [text, setText] = useState(subject?.id ?? "");
  const [kind, setKind] = useState<TraceSubject["kind"]>(subject?.kind ?? "lot");
  const search = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = traceSubject(text, kind);
    if (wanted !== null) navigate(traceOf(wanted));
  };
  return (
    <form className={styles.bar} onSubmit={search}>
      <div className={styles.search}>
        <IconScan size={24} aria-hidden="true" />
        <select
          className={styles.kind}
          value={kind}
          aria-label={intl.formatMessage({ id: "trace.kinds" })}
          onChange={(event) => setKind(traceKinds.find((one) => one === event.target.value) ?? "lot")}
        >
          {traceKinds.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `trace.kind.${one}` })}
            </option>
          ))}
        </select>
        <input
          type="search"
          value={text}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          aria-label={intl.formatMessage({ id: "trace.search" })}
          placeholder={intl.formatMessage({ id: "trace.search" })}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <button type="submit" className={styles.key}>
        <FormattedMessage id="trace.find" />
      </button>
    </form>
  );
}
