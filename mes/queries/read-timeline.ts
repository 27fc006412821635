import { latestSpans } from "../../shared/domain/orders/latest-spans.ts";
import type { OrderTimeline, TimelineOperation } from "../../shared/protocol/order-outlook.ts";
import type { Queries } from "../database/database.ts";
import { type OrderFacts, readOrderFacts } from "./order-facts.ts";
import { forecastOf, shownForecast } from "./order-outlook.ts";
import type { Board } from "./read-board.ts";
import { operationOf } from "./read-order-rows.ts";

/** The operations of an order's production order in time: what was worked, what is expected, and the latest by plan. */
export async function readTimeline(db: Queries, board: Board, order: OrderFacts): Promise<OrderTimeline> {
  const operations = await readOperations(db, order);
  const latest = latestSpans(
    operations.map(({ jobOrder }) => jobOrder),
    board.timeOf,
  );
  const { jobOrder } = order;
  const pace = board.paces.get(jobOrder.jobOrderId);
  return {
    measuredSecondsPerPiece: pace === undefined ? null : pace.msPerPiece / 1000,
    standardSecondsPerPiece: jobOrder.idealCycleSeconds,
    operations: operations.map((one) => {
      const span = latest.get(one.jobOrder.jobOrderId);
      return {
        jobOrderId: one.jobOrder.jobOrderId,
        operation: operationOf(one.jobOrder.operation),
        done: doneOf(one, board.nowMs),
        forecast: board.forecasts.has(one.jobOrder.jobOrderId) ? shownForecast(forecastOf(board, one)) : null,
        latest: span === undefined ? null : { fromUtc: utc(span.fromMs), toUtc: utc(span.toMs) },
      };
    }),
  };
}

/** A rework order stands for itself: its pieces come from the route, its time does not. */
async function readOperations(db: Queries, order: OrderFacts): Promise<readonly OrderFacts[]> {
  const { route, kind } = order.jobOrder;
  if (route === undefined || route === null || kind === "rework") return [order];
  const all = await readOrderFacts(db, {
    sql: "WHERE production_order_id = $1",
    values: [route.productionOrderId],
  });
  const sequence = ({ jobOrder }: OrderFacts): number => jobOrder.route?.sequence ?? 0;
  return all
    .filter(({ jobOrder }) => jobOrder.kind !== "rework")
    .toSorted((left, right) => sequence(left) - sequence(right));
}

/** The clock of a station may run ahead of the MES; a bar never runs backwards. */
function doneOf({ startedUtc, finishedUtc, state }: OrderFacts, nowMs: number): TimelineOperation["done"] {
  if (startedUtc === null) return null;
  const isOver = state === "finished" || state === "aborted" || state === "cancelled";
  const endMs = isOver && finishedUtc !== null ? Date.parse(finishedUtc) : nowMs;
  return { fromUtc: startedUtc, toUtc: utc(Math.max(endMs, Date.parse(startedUtc))) };
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}
