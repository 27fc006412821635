import { plannerStop } from "../../shared/domain/orders/planner-stop.ts";
import type { OrderRow } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";
import type { OrderFacts } from "./order-facts.ts";
import { outlookOf } from "./order-outlook.ts";
import type { Board } from "./read-board.ts";
import { readChecks, readDefectivePieces } from "./read-findings.ts";
import { type LotsSource, readLotsAtHand } from "./read-lots-at-hand.ts";

/** The orders as pages show them, in the order in which they are given. */
export async function readOrderRows(
  source: LotsSource,
  board: Board,
  orders: readonly OrderFacts[],
): Promise<OrderRow[]> {
  const { db } = source;
  const ids = orders.map(({ jobOrder }) => jobOrder.jobOrderId);
  const checks = await readChecks(db, ids);
  const defects = await readDefectivePieces(db, ids);
  const next = await readNextOperations(db, ids);
  const open = orders.filter((order) => isOpen(board, order));
  const items = open.flatMap(({ jobOrder }) => jobOrder.materials.map(({ itemId }) => itemId));
  const lots = await readLotsAtHand(source, [...new Set(items)]);
  return orders.map((order) => {
    const { jobOrder } = order;
    const { jobOrderId } = jobOrder;
    return {
      jobOrderId,
      productionOrderId: jobOrder.route?.productionOrderId ?? null,
      itemName: jobOrder.item.name,
      operation: operationOf(jobOrder.operation),
      nextOperation: next.get(jobOrderId) ?? null,
      workUnit: jobOrder.workUnit,
      plannedQuantity: jobOrder.plannedQuantity,
      good: order.good,
      scrap: order.sums.scrap,
      rework: order.sums.rework,
      checks: checks.get(jobOrderId) ?? { measured: 0, outside: 0 },
      defects: defects.get(jobOrderId) ?? 0,
      state: order.state,
      blockedBy: jobOrder.blockedBy,
      plannerReason: plannerStop(jobOrder)?.reason ?? null,
      dueUtc: jobOrder.dueUtc,
      startedUtc: order.startedUtc,
      finishedUtc: order.finishedUtc,
      outlook: isOpen(board, order) ? outlookOf(board, order, lots) : null,
    };
  });
}

export function operationOf({ number, name }: { readonly number: string; readonly name: string }): string {
  return `${number} ${name}`.trim();
}

function isOpen({ forecasts }: Board, { jobOrder }: OrderFacts): boolean {
  return forecasts.has(jobOrder.jobOrderId);
}

const THESE = "ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))";

/** The operation that takes the good pieces of each order, where it has one. */
async function readNextOperations(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ readonly previous: string; readonly number: string; readonly name: string }>(
    `SELECT following.body::json#>>'{route,previousJobOrderId}' AS previous,
       following.body::json#>>'{operation,number}' AS number, following.body::json#>>'{operation,name}' AS name
     FROM (SELECT DISTINCT production_order_id FROM job_order
       WHERE production_order_id IS NOT NULL AND job_order_id = ${THESE}) one
     JOIN job_order following ON following.production_order_id = one.production_order_id`,
    [JSON.stringify(ids)],
  );
  const told = rows.filter(({ previous }) => previous !== null);
  return new Map(told.map(({ previous, number, name }) => [previous, operationOf({ number, name })]));
}
