import { IconCornerDownRight } from "@tabler/icons-react";
import { FormattedMessage, FormattedNumber } from "react-intl";
import type { OrderRoute, RouteRow } from "../../../../shared/protocol/route-page.ts";
import styles from "./RouteTable.module.css";

const COLUMNS = [
  "operation",
  "workUnit",
  "state",
  "planned",
  "handedOn",
  "good",
  "scrap",
  "rework",
  "fpy",
] as const;

interface RouteTableProps {
  readonly route: OrderRoute;
  /** The order that is open; its line stands out. */
  readonly jobOrderId: string;
}

/** All operations of the production order: what came to each, what became of it, and its rework beneath it. */
export function RouteTable({ route, jobOrderId }: RouteTableProps) {
  const { productionOrderId, operations } = route;
  return (
    <section className={styles.part} data-testid={`route-${productionOrderId}`}>
      <h2 className={styles.title}>
        <FormattedMessage id="route.title" values={{ order: productionOrderId }} />
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                <FormattedMessage id={`route.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {operations.map((row) => (
            <OperationRows key={row.jobOrderId} row={row} jobOrderId={jobOrderId} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OperationRows({ row, jobOrderId }: { readonly row: RouteRow; readonly jobOrderId: string }) {
  return (
    <>
      <tr {...(row.jobOrderId === jobOrderId ? { "data-open": "" } : {})}>
        <th scope="row">{row.operation}</th>
        <td>{row.workUnit}</td>
        <td>
          <FormattedMessage id={`orders.state.${row.state}`} />
        </td>
        <Pieces value={row.plannedQuantity} />
        <Pieces value={row.handedOn} />
        <Pieces value={row.good} />
        <Pieces value={row.scrap} />
        <td className={styles.pieces}>
          <FormattedNumber value={row.rework} />
          {row.inRework > 0 && (
            <span className={styles.note}>
              <FormattedMessage id="route.inRework" values={{ count: row.inRework }} />
            </span>
          )}
        </td>
        <td className={styles.pieces}>
          {row.firstPassYield === null ? (
            "–"
          ) : (
            <FormattedNumber value={row.firstPassYield} style="percent" maximumFractionDigits={1} />
          )}
        </td>
      </tr>
      {row.reworkOrders.map((rework) => (
        <tr key={rework.jobOrderId} className={styles.child} data-testid={`rework-${rework.jobOrderId}`}>
          <th scope="row">
            <span className={styles.childName}>
              <IconCornerDownRight size={18} aria-hidden="true" />
              <FormattedMessage
                id="route.reworkAt"
                values={{ order: rework.jobOrderId, operation: rework.operation }}
              />
            </span>
          </th>
          <td>{rework.workUnit}</td>
          <td>
            <FormattedMessage id={`orders.state.${rework.state}`} />
          </td>
          <Pieces value={rework.plannedQuantity} />
          <td />
          <Pieces value={rework.good} />
          <Pieces value={rework.scrap} />
          <td />
          <td />
        </tr>
      ))}
    </>
  );
}

function Pieces({ value }: { readonly value: number | null }) {
  return <td className={styles.pieces}>{value === null ? "–" : <FormattedNumber value={value} />}</td>;
}
