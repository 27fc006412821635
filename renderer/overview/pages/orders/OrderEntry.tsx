import { type FormEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import type { z } from "zod";
import { type ImportReport, importReportSchema } from "../../../../shared/protocol/import-report.ts";
import { importPath } from "../../data/mes-api.ts";
import { PlannerField } from "../../planner/PlannerField.tsx";
import styles from "../../planner/PlannerForm.module.css";
import { usePlannerToken } from "../../planner/planner-token.ts";
import { Refused } from "../../planner/Refused.tsx";
import { TokenField } from "../../planner/TokenField.tsx";
import { useSend } from "../../planner/use-send.ts";
import { ImportReportView } from "./ImportReportView.tsx";

const REPORT: z.ZodType<ImportReport> = importReportSchema;
const empty = { order: "", item: "", quantity: "", due: "", workUnit: "" };

/** One order by hand, by the rules of a table with one row: an item with a routing needs no work unit. */
export function OrderEntry() {
  const [row, setRow] = useState(empty);
  const token = usePlannerToken();
  const { isBusy, answer, send } = useSend<ImportReport>();
  const set = (column: keyof typeof empty) => (value: string) => setRow({ ...row, [column]: value });
  const isReady = token !== "" && [row.order, row.item, row.quantity, row.due].every((cell) => cell !== "");
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || isBusy) return;
    const told = await send(importPath("orders", "all"), { token, body: { rows: [row] }, schema: REPORT });
    if (told.ok && told.data.goodRows === 1) setRow(empty);
  };
  return (
    <form className={styles.panel} data-testid="order-entry" onSubmit={(event) => void enter(event)}>
      <h2 className={styles.title}>
        <FormattedMessage id="entry.title" />
      </h2>
      <div className={styles.row}>
        <PlannerField label="entry.order" value={row.order} onChange={set("order")} maxLength={29} />
        <PlannerField label="entry.item" value={row.item} onChange={set("item")} maxLength={40} />
        <PlannerField label="entry.quantity" type="number" value={row.quantity} onChange={set("quantity")} />
        <PlannerField label="entry.due" type="datetime-local" value={row.due} onChange={set("due")} />
        <PlannerField label="entry.workUnit" value={row.workUnit} onChange={set("workUnit")} maxLength={40} />
        <TokenField />
        <button type="submit" className={styles.key} data-primary="" disabled={!isReady || isBusy}>
          <FormattedMessage id="entry.enter" />
        </button>
      </div>
      <p className={styles.hint}>
        <FormattedMessage id="entry.hint" />
      </p>
      {answer !== null &&
        (answer.ok ? (
          <ImportReportView report={answer.data} />
        ) : (
          <Refused problem={answer.problem} message={answer.message} />
        ))}
    </form>
  );
}
