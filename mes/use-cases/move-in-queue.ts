import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { movedInQueue } from "../../shared/domain/orders/queue-order.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { isWaiting, type OrderFacts, readOrder, readOrderFacts } from "../queries/order-facts.ts";
import { lockAllStations } from "../repositories/station-repository.ts";
import type { Body } from "./command.ts";
import { importJobOrders } from "./import-job-orders.ts";
import type { PlanOutcome } from "./plan-outcome.ts";
import { type Written, wroteNothing } from "./written.ts";

export interface Move {
  readonly jobOrderId: string;
  readonly to: "up" | "down";
  readonly atUtc: string;
}

/**
 * Lets an order and its neighbour in the queue of their work unit change places (OR-12). The stations get each order whose
 * number is another one now; one that somebody has begun is where it is.
 */
export async function moveInQueue(
  tx: Queries,
  { jobOrderId, to, atUtc }: Move,
  vocabulary: Vocabulary,
): Promise<Written<PlanOutcome>> {
  await lockAllStations(tx); // every change of the plan and every booking waits for this, so the queue stays as it is read
  const order = await readOrder(tx, jobOrderId);
  if (order === undefined) return wroteNothing("unknown-order");
  if (hasEnded(order)) return wroteNothing("order-ended");
  if (!isWaiting(order)) return wroteNothing("order-begun");
  const open = await readOrderFacts(tx, {
    sql: "WHERE NOT ended AND work_unit = $1",
    values: [order.jobOrder.workUnit],
  });
  const queue = open.filter(isWaiting).map((one) => one.jobOrder);
  const numbers = movedInQueue(queue, jobOrderId, to);
  if (numbers.size === 0) return wroteNothing("was-so");
  const jobOrders = queue.flatMap((one) => placed(one, numbers.get(one.jobOrderId)));
  const written = await importJobOrders(tx, { kind: "import-job-orders", atUtc, jobOrders }, vocabulary);
  return { ...written, value: "done" };
}

function placed(order: JobOrder, queueNumber: number | undefined): readonly (JobOrder & Body)[] {
  return queueNumber === undefined ? [] : [{ ...order, queueNumber }];
}

function hasEnded({ state }: OrderFacts): boolean {
  return state === "finished" || state === "aborted" || state === "cancelled";
}
