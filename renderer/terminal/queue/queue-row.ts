import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { rowBlocker } from "./row-blocker.ts";

const atMachine: ReadonlySet<QueueRow["state"]> = new Set(["running", "setting-up", "finished"]);

/** What the key of a row does. Whether it is allowed, the station says. */
export type RowAction = "start" | "resume" | "open" | "why";

export function rowAction(row: QueueRow, activeOrderId: string | null): RowAction {
  if (row.jobOrderId === activeOrderId || atMachine.has(row.state)) return "open";
  if (rowBlocker(row) !== undefined) return "why";
  return row.state === "paused" || row.state === "held" ? "resume" : "start";
}

/** The row whose key stands out: the first that may start, else the active one, else the first. */
export function primaryRowId(rows: readonly QueueRow[], activeOrderId: string | null): string | null {
  const may = rows.find((row) => ["start", "resume"].includes(rowAction(row, activeOrderId)));
  const chosen = may ?? rows.find((row) => row.jobOrderId === activeOrderId) ?? rows[0];
  return chosen?.jobOrderId ?? null;
}
