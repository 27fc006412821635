import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import {
  type JobOrderMove,
  type JobOrderState,
  moveJobOrder,
} from "../../shared/domain/orders/job-order-table.ts";
import { plannedStanding } from "../../shared/domain/orders/order-standing.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { lockJobOrders } from "../repositories/job-order-repository.ts";
import { isFinishedAnywhere } from "../repositories/progress-repository.ts";
import { lockAllStations } from "../repositories/station-repository.ts";
import type { Body, CommandOf, PlannerAct } from "./command.ts";
import { importJobOrders } from "./import-job-orders.ts";
import { moveInQueue } from "./move-in-queue.ts";
import type { PlanOutcome } from "./plan-outcome.ts";
import { type Written, wroteNothing } from "./written.ts";

type ChangeOfOrder = Exclude<PlannerAct, { act: "up" | "down" }>;

/**
 * Holds, releases, cuts, cancels or aborts an order, or moves it in its queue. Its stations get the new order as a directive; what they made of it
 * stays booked (OR-4), and one that ended is never changed (OR-2).
 */
export async function planJobOrder(
  tx: Queries,
  { jobOrderId, plan, atUtc }: CommandOf<"plan-job-order">,
  vocabulary: Vocabulary,
): Promise<Written<PlanOutcome>> {
  if (plan.act === "up" || plan.act === "down")
    return moveInQueue(tx, { jobOrderId, to: plan.act, atUtc }, vocabulary);
  await lockAllStations(tx);
  const known = (await lockJobOrders(tx, [jobOrderId])).get(jobOrderId);
  if (known === undefined) return wroteNothing("unknown-order");
  const order = JSON.parse(known.body) as JobOrder & Body; // checked by its schema before it was stored
  const standing = (await isFinishedAnywhere(tx, jobOrderId)) ? "finished" : plannedStanding(order);
  const changed = planned(order, plan, atUtc);
  if (isSame(order, changed)) return wroteNothing("was-so");
  if (!isAllowed(standing, plan)) return wroteNothing("order-ended");
  const jobOrders = [changed];
  const written = await importJobOrders(tx, { kind: "import-job-orders", atUtc, jobOrders }, vocabulary);
  return { ...written, value: "done" };
}

const moves: Readonly<Record<ChangeOfOrder["act"], JobOrderMove>> = {
  hold: "hold",
  release: "allow",
  cut: "store",
  cancel: "revoke",
  abort: "revoke",
};

/** A revoked order takes no new plan either, though the table would let the planner store it anew. */
function isAllowed(standing: JobOrderState, { act }: ChangeOfOrder): boolean {
  return standing !== "revoked" && moveJobOrder(standing, moves[act]).ok;
}

function planned(order: JobOrder & Body, plan: ChangeOfOrder, atUtc: string): JobOrder & Body {
  switch (plan.act) {
    case "hold":
      if (order.hold?.reason === plan.reason) return order;
      return { ...order, hold: { reason: plan.reason, sinceUtc: atUtc } };
    case "release":
      return (order.hold ?? null) === null ? order : { ...order, hold: null };
    case "cut":
      return { ...order, plannedQuantity: plan.plannedQuantity };
    case "cancel":
      return ended(order, "cancelled", plan.reason);
    case "abort":
      return ended(order, "aborted", plan.reason);
  }
}

function ended(order: JobOrder & Body, status: "cancelled" | "aborted", reason: string): JobOrder & Body {
  if (order.status === status) return order;
  return { ...order, status, ...(reason === "" ? {} : { statusReason: reason }) };
}

function isSame(before: JobOrder, after: JobOrder): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
