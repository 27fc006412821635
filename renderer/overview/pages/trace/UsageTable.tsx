import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { LotGenealogy } from "../../../../shared/protocol/genealogy-pages.ts";
import { formatMoment } from "../../format/moment.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { traceOf } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import { formatMeasured } from "../orders/format-measured.ts";
import styles from "./TraceView.module.css";

type Usage = LotGenealogy["uses"][number];

interface UsageTableProps {
  /** Message id. */
  readonly title: string;
  readonly usages: readonly Usage[];
  /** What each line leads to: its order, or its lot. */
  readonly leadsTo: "order" | "lot";
  readonly navigate: Navigate;
  readonly nowMs: number;
}

const columns = ["what", "item", "station", "pieces", "consumed", "from", "to", "who"] as const;

/** Which pieces took which lot, one line for each time a lot was on a machine. */
export function UsageTable({ title, usages, leadsTo, navigate, nowMs }: UsageTableProps) {
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <FormattedMessage id={title} />
      </h2>
      {usages.length === 0 ? (
        <p className={styles.none}>
          <FormattedMessage id="trace.none" />
        </p>
      ) : (
        <table className={styles.table} aria-labelledby={titleId} data-table="usage">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  <FormattedMessage
                    id={column === "what" ? `trace.kind.${leadsTo}` : `trace.column.${column}`}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {usages.map((usage) => (
              <UsageLine
                key={usage.loadEventId}
                usage={usage}
                leadsTo={leadsTo}
                navigate={navigate}
                nowMs={nowMs}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface UsageLineProps extends Pick<UsageTableProps, "leadsTo" | "navigate" | "nowMs"> {
  readonly usage: Usage;
}

function UsageLine({ usage, leadsTo, navigate, nowMs }: UsageLineProps) {
  const intl = useIntl();
  const id = leadsTo === "lot" ? usage.lotId : usage.jobOrderId;
  const { consumed, unit, toUtc } = usage;
  return (
    <tr>
      <th scope="row">
        <PageLink
          to={traceOf({ kind: leadsTo, id })}
          navigate={navigate}
          current={false}
          className={styles.link}
        >
          {id}
        </PageLink>
      </th>
      <td>{usage.itemId}</td>
      <td>
        {usage.workUnit} · {usage.stationId}
      </td>
      <td>
        <PieceRange from={usage.fromPieces} to={usage.toPieces} />
      </td>
      <td data-column="consumed">
        {consumed === null ? "–" : `${formatMeasured(intl, consumed)} ${unit}`.trim()}
      </td>
      <td>{formatMoment(intl, usage.fromUtc, nowMs)}</td>
      <td>{toUtc === null ? "–" : formatMoment(intl, toUtc, nowMs)}</td>
      <td>{usage.personName ?? "–"}</td>
    </tr>
  );
}

/** "41–60, 20 pieces"; a lot that no piece took yet has none. */
export function PieceRange({ from, to }: { readonly from: number; readonly to: number }) {
  return to <= from ? (
    <FormattedMessage id="trace.noPieces" />
  ) : (
    <FormattedMessage id="trace.pieces" values={{ first: from + 1, last: to, count: to - from }} />
  );
}
