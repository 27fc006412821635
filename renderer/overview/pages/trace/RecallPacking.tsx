import { type ReactNode, useId } from "react";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import { groupedSscc } from "../../../../shared/lib/grouped-sscc.ts";
import type { LotRecall } from "../../../../shared/protocol/genealogy-pages.ts";
import { formatMoment } from "../../format/moment.ts";
import { PageLink } from "../../shell/PageLink.tsx";
import { type TraceSubject, traceOf } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import styles from "./TraceView.module.css";

/** What a page shows of a long list; the file has all of it. */
const MOST_ROWS = 200;

interface RecallPackingProps {
  readonly recall: LotRecall;
  readonly navigate: Navigate;
}

/** Boxes, pallets and numbered pieces that hold or may hold some of a lot. */
export function RecallPacking({ recall, navigate }: RecallPackingProps) {
  const intl = useIntl();
  const nowMs = Date.parse(recall.asOfUtc);
  return (
    <>
      <RecallTable
        title={intl.formatMessage({ id: "trace.recallUnits" }, { count: recall.units.length })}
        columns={["unit", "pieces", "closed", "inside", "order", "station"]}
        rows={recall.units.map((unit) => (
          <tr key={unit.unitId}>
            <th scope="row">
              <FormattedMessage id={`unit.kind.${unit.kind}`} /> {unit.sscc === null && "· "}
              <Sscc sscc={unit.sscc} isThere navigate={navigate} />
              {unit.voidSsccs.length > 0 && (
                <div className={styles.none}>
                  <FormattedMessage
                    id="trace.recallVoid"
                    values={{ ssccs: unit.voidSsccs.map(groupedSscc).join(", ") }}
                  />
                </div>
              )}
            </th>
            <td>
              <FormattedNumber value={unit.pieces} />
            </td>
            <td>{unit.closedUtc === null ? "–" : formatMoment(intl, unit.closedUtc, nowMs)}</td>
            <td>
              <Sscc sscc={unit.insideSscc} isThere={unit.isInside} navigate={navigate} />
            </td>
            <td>
              <Trace subject={{ kind: "order", id: unit.jobOrderId }} navigate={navigate} />
            </td>
            <td>{unit.stationId}</td>
          </tr>
        ))}
      />
      <RecallTable
        title={intl.formatMessage({ id: "trace.recallSerials" }, { count: recall.serials.length })}
        columns={["serial", "item", "inside", "order", "station"]}
        rows={recall.serials.map((piece) => (
          <tr key={`${piece.jobOrderId} ${piece.stationId} ${piece.serial} ${piece.piece}`}>
            <th scope="row">
              <Trace subject={{ kind: "serial", id: piece.serial }} navigate={navigate} />
            </th>
            <td>{piece.itemId}</td>
            <td>
              <Sscc sscc={piece.sscc} isThere={false} navigate={navigate} />
            </td>
            <td>
              <Trace subject={{ kind: "order", id: piece.jobOrderId }} navigate={navigate} />
            </td>
            <td>{piece.stationId}</td>
          </tr>
        ))}
      />
    </>
  );
}

interface RecallTableProps {
  readonly title: string;
  /** Each has a message `trace.column.…`. */
  readonly columns: readonly string[];
  readonly rows: readonly ReactNode[];
}

function RecallTable({ title, columns, rows }: RecallTableProps) {
  const titleId = useId();
  if (rows.length === 0) return null;
  return (
    <>
      <h2 id={titleId}>{title}</h2>
      <table className={styles.table} aria-labelledby={titleId}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <FormattedMessage id={`trace.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, MOST_ROWS)}</tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p className={styles.none}>
          <FormattedMessage id="trace.recallMore" values={{ count: rows.length - MOST_ROWS }} />
        </p>
      )}
    </>
  );
}

interface SsccProps {
  readonly sscc: string | null;
  /** There is a unit; without a number it is still open. */
  readonly isThere: boolean;
  readonly navigate: Navigate;
}

function Sscc({ sscc, isThere, navigate }: SsccProps) {
  if (sscc !== null)
    return <Trace subject={{ kind: "unit", id: sscc }} text={groupedSscc(sscc)} navigate={navigate} />;
  return isThere ? <FormattedMessage id="tree.open" /> : "–";
}

interface TraceProps {
  readonly subject: TraceSubject;
  readonly text?: string;
  readonly navigate: Navigate;
}

function Trace({ subject, text = subject.id, navigate }: TraceProps) {
  return (
    <PageLink to={traceOf(subject)} navigate={navigate} current={false} className={styles.link}>
      {text}
    </PageLink>
  );
}
