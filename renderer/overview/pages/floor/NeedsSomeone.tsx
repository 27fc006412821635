import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import { StateShape } from "../../../ui/StateShape.tsx";
import { ageMs } from "../../data/mes-clock.ts";
import { formatAge } from "../../format/age.ts";
import { ConditionShape } from "./ConditionShape.tsx";
import { concernState, isUrgent } from "./concern-look.ts";
import { concernWords } from "./concern-words.ts";
import type { Concern, ConcernKind } from "./concerns.ts";
import styles from "./NeedsSomeone.module.css";

/** As many as stand beside the hall at 768 px without scrolling; a television has nobody who scrolls. */
const SHORT_LIST = 6;

interface NeedsSomeoneProps {
  readonly concerns: readonly Concern[];
  readonly nowMs: number;
}

/** Everything that waits for a person, most urgent first, each with how long it has waited. */
export function NeedsSomeone({ concerns, nowMs }: NeedsSomeoneProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? concerns : concerns.slice(0, SHORT_LIST);
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
      {concerns.length === 0 && (
        <p className={styles.nobody}>
          <IconCheck size={24} aria-hidden="true" />
          <FormattedMessage id="needs.nobody" />
        </p>
      )}
      <ol>
        {shown.map((concern) => (
          <ConcernLine key={concern.id} concern={concern} nowMs={nowMs} />
        ))}
      </ol>
      {concerns.length > SHORT_LIST && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          <FormattedMessage id={showsAll ? "needs.fewer" : "needs.all"} values={{ count: concerns.length }} />
        </button>
      )}
    </aside>
  );
}

function ConcernLine({ concern, nowMs }: { readonly concern: Concern; readonly nowMs: number }) {
  const intl = useIntl();
  const { kind, sinceUtc } = concern;
  const { title, detail } = concernWords(intl, concern, nowMs);
  return (
    <li
      className={styles.concern}
      data-state={concernState(kind)}
      data-testid={`concern-${kind}`}
      {...(isUrgent(kind) ? { "data-urgent": "" } : {})}
    >
      <ConcernShape kind={kind} />
      <div className={styles.words}>
        <h3 className={styles.what}>{title}</h3>
        <p className={styles.detail}>{detail}</p>
      </div>
      <time className={styles.age} dateTime={sinceUtc}>
        {formatAge(intl, ageMs(sinceUtc, nowMs))}
      </time>
    </li>
  );
}

function ConcernShape({ kind }: { readonly kind: ConcernKind }) {
  if (concernState(kind) === "no-signal") return <ConditionShape condition="no-signal" size={30} />;
  return <StateShape state={concernState(kind)} size={30} />;
}
