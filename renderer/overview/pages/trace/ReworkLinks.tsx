import { useId } from "react";
import { FormattedMessage } from "react-intl";
import type { OrderGenealogy } from "../../../../shared/protocol/genealogy-pages.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { traceOf } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import styles from "./TraceView.module.css";

interface ReworkLinksProps {
  readonly order: Pick<OrderGenealogy, "repairs" | "reworkOrders">;
  readonly navigate: Navigate;
}

/** Which order a rework order repairs, and which orders repair pieces of this one. */
export function ReworkLinks({ order: { repairs, reworkOrders }, navigate }: ReworkLinksProps) {
  const titleId = useId();
  const lines = [
    ...(repairs === null ? [] : [{ ...repairs, words: "tree.repairs" }]),
    ...reworkOrders.map((one) => ({ ...one, words: "tree.sentToRepair" })),
  ];
  if (lines.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <FormattedMessage id="trace.rework" />
      </h2>
      {lines.map(({ jobOrderId, pieces, words }) => (
        <p key={jobOrderId}>
          <FormattedMessage
            id={words}
            values={{
              pieces,
              other: (
                <PageLink
                  to={traceOf({ kind: "order", id: jobOrderId })}
                  navigate={navigate}
                  current={false}
                  className={styles.link}
                >
                  {jobOrderId}
                </PageLink>
              ),
            }}
          />
        </p>
      ))}
    </section>
  );
}
