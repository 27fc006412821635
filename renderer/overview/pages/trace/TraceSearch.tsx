import { IconScan } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type TraceSubject, traceKinds } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import styles from "./TraceView.module.css";
import { traceSubject } from "./trace-search.ts";

interface TraceSearchProps {
  readonly navigate: Navigate;
  readonly subject: TraceSubject | null;
}

/** One box for scanned labels and typed numbers; the keys say what a plain number is. */
export function TraceSearch({ navigate, subject }: TraceSearchProps) {
  const intl = useIntl();
  const [text, setText] = useState(subject?.id ?? "");
  const [kind, setKind] = useState<TraceSubject["kind"]>(subject?.kind ?? "lot");
  const search = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = traceSubject(text, kind);
    if (wanted !== null) navigate({ page: "trace", subject: wanted });
  };
  return (
    <form className={styles.bar} onSubmit={search}>
      <fieldset className={styles.kinds} aria-label={intl.formatMessage({ id: "trace.kinds" })}>
        {traceKinds.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.key}
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            <FormattedMessage id={`trace.kind.${one}`} />
          </button>
        ))}
      </fieldset>
      <label className={styles.search}>
        <IconScan size={24} aria-hidden="true" />
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
      </label>
      <button type="submit" className={styles.key}>
        <FormattedMessage id="trace.find" />
      </button>
    </form>
  );
}
