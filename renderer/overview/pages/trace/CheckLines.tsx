import { IconAlertOctagon, IconCheck } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import type { OrderGenealogy } from "../../../../shared/protocol/genealogy-pages.ts";
import styles from "./NodePanel.module.css";

/** What was measured, and whether all of it was inside. */
export function CheckLines({ checks }: Pick<OrderGenealogy, "checks">) {
  if (checks.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>
        <FormattedMessage id="tree.checks" />
      </h3>
      {checks.map(({ characteristicId, name, measured, outside }) => (
        <div key={characteristicId} className={styles.check} data-outside={outside > 0 ? "" : undefined}>
          {outside > 0 ? (
            <IconAlertOctagon size={20} aria-hidden="true" />
          ) : (
            <IconCheck size={20} aria-hidden="true" />
          )}
          <span>
            <FormattedMessage id="tree.measured" values={{ name, measured }} />
          </span>
          <strong>
            <FormattedMessage id={outside > 0 ? "tree.outside" : "tree.inside"} values={{ outside }} />
          </strong>
        </div>
      ))}
    </section>
  );
}
