import { useId } from "react";
import { FormattedMessage } from "react-intl";
import type { LotRecall } from "../../../../shared/protocol/genealogy-pages.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { traceOf } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import { RecallPacking } from "./RecallPacking.tsx";
import styles from "./TraceView.module.css";
import { PieceRange } from "./UsageTable.tsx";

const columns = ["order", "station", "pieces", "via", "depth"] as const;

interface RecallListProps {
  readonly recall: LotRecall;
  readonly navigate: Navigate;
}

/** Everything that holds some of the lot, with how it got there. */
export function RecallList({ recall, navigate }: RecallListProps) {
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <FormattedMessage id="trace.recall" values={{ pieces: recall.pieces }} />
      </h2>
      {recall.affected.length > 0 && (
        <table className={styles.table} aria-labelledby={titleId} data-table="recall">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  <FormattedMessage id={column === "order" ? "trace.kind.order" : `trace.column.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recall.affected.map((row) => (
              <tr key={`${row.jobOrderId} ${row.stationId} ${row.viaLotId} ${row.fromPieces}`}>
                <th scope="row">
                  <PageLink
                    to={traceOf({ kind: "order", id: row.jobOrderId })}
                    navigate={navigate}
                    current={false}
                    className={styles.link}
                  >
                    {row.jobOrderId}
                  </PageLink>
                </th>
                <td>
                  {row.workUnit} · {row.stationId}
                </td>
                <td>
                  <PieceRange from={row.fromPieces} to={row.toPieces} />
                </td>
                <td>{row.viaLotId}</td>
                <td>{row.depth}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RecallPacking recall={recall} navigate={navigate} />
    </section>
  );
}
