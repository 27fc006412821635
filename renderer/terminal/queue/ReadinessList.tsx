import { IconAlertTriangle, IconCheck, IconHelp, IconLock } from "@tabler/icons-react";
import type { Readiness } from "../../../shared/domain/orders/readiness.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ReadinessList.module.css";
import { readinessWords } from "./row-blocker.ts";

const icons = { ready: IconCheck, attention: IconAlertTriangle, blocked: IconLock, unknown: IconHelp };
const rank = { blocked: 0, attention: 1, unknown: 2, ready: 3 };
/** More lines do not fit beneath the facts; what is ready goes first. */
const LINES = 6;

/** All that the order needs, what keeps it on top. */
export function ReadinessList({ readiness }: { readonly readiness: readonly Readiness[] }) {
  const t = useText();
  const shown = readiness.toSorted((left, right) => rank[left.state] - rank[right.state]).slice(0, LINES);
  return (
    <ul className={styles.list} aria-label={t("queue.why-all")}>
      {shown.map((item) => {
        const Icon = icons[item.state];
        return (
          <li key={`${item.code} ${item.about}`} className={styles.item}>
            <Icon size={28} aria-hidden="true" />
            <span data-clip>{readinessWords(item, t)}</span>
          </li>
        );
      })}
    </ul>
  );
}
