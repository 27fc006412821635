import { IconCheck } from "@tabler/icons-react";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import { StateShape } from "../../../ui/StateShape.tsx";
import { ageMs } from "../../data/mes-clock.ts";
import { formatAge } from "../../format/age.ts";
import { formatMoment } from "../../format/moment.ts";
import { concernState, isUrgent } from "./concern-look.ts";
import type { Concern } from "./concerns.ts";
import styles from "./NeedsSomeone.module.css";

interface NeedsSomeoneProps {
  readonly concerns: readonly Concern[];
  readonly nowMs: number;
}

/** Everything that waits for a person, most urgent first, each with how long it has waited. */
export function NeedsSomeone({ concerns, nowMs }: NeedsSomeoneProps) {
  return (
    <aside className={styles.panel} aria-labelledby="needs-someone">
      <header className={styles.title}>
        <h2 id="needs-someone">
          <FormattedMessage id="needs.title" />
        </h2>
        <span className={styles.count}>
          <FormattedNumber value={concerns.length} />
        </span>
      </header>
      {concerns.length === 0 ? (
        <p className={styles.nobody}>
          <IconCheck size={24} aria-hidden="true" />
          <FormattedMessage id="needs.nobody" />
        </p>
      ) : (
        <ol className={styles.list}>
          {concerns.map((concern) => (
            <ConcernLine key={concern.id} concern={concern} nowMs={nowMs} />
          ))}
        </ol>
      )}
    </aside>
  );
}

function ConcernLine({ concern, nowMs }: { readonly concern: Concern; readonly nowMs: number }) {
  const intl = useIntl();
  const { kind, machineName, sinceUtc } = concern;
  const title = concern.title ?? intl.formatMessage({ id: `needs.${kind}` }, { machine: machineName });
  const kindWords = intl.formatMessage({ id: `needs.kind.${kind}` });
  return (
    <li
      className={styles.concern}
      data-state={concernState(kind)}
      data-testid={`concern-${kind}`}
      {...(isUrgent(kind) ? { "data-urgent": "" } : {})}
    >
      <div className={styles.head}>
        <StateShape state={concernState(kind)} size={30} />
        <div className={styles.words}>
          <h3 className={styles.what}>{title}</h3>
          {concern.detail !== null && <p>{concern.detail}</p>}
        </div>
      </div>
      <p className={styles.since}>
        <span>{concern.title === null ? kindWords : `${kindWords}, ${machineName}`}</span>
        <time className={styles.age} dateTime={sinceUtc} title={formatMoment(intl, sinceUtc, nowMs)}>
          {formatAge(intl, ageMs(sinceUtc, nowMs))}
        </time>
      </p>
    </li>
  );
}
