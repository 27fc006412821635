import type { QueueRow, ScreenModel } from "../../../shared/screen/screen-model.ts";
import { rowBlocker } from "../queue/row-blocker.ts";

/** What the first key of Station home does. */
export type HomePrimary =
  | { readonly kind: "start"; readonly jobOrderId: string; readonly itemName: string }
  | { readonly kind: "box"; readonly quantity: number }
  | { readonly kind: "resume-all"; readonly orders: number }
  | { readonly kind: "resume" | "begin-run" | "measure" | "open-order" | "all-orders" };

/** The next thing a person does here most often, from what the station says. */
export function homePrimary({ order, checks, queue }: ScreenModel): HomePrimary {
  if (order === null) {
    const next = nextOrder(queue);
    if (next === undefined) return { kind: "all-orders" };
    return { kind: "start", jobOrderId: next.jobOrderId, itemName: next.itemName };
  }
  if (order.state === "setting-up") return { kind: "begin-run" };
  if (order.hold !== null && !order.hold.isLifted) return { kind: "open-order" };
  if (order.state !== "running")
    return order.together > 1 ? { kind: "resume-all", orders: order.together } : { kind: "resume" };
  if (!order.machineCounts && order.boxQuantity !== null) return { kind: "box", quantity: order.boxQuantity };
  return { kind: order.machineCounts && checks.length > 0 ? "measure" : "open-order" };
}

/** The first order of the planner's that may be started. */
export function nextOrder(queue: readonly QueueRow[]): QueueRow | undefined {
  return queue.find((row) => rowBlocker(row) === undefined && row.state !== "finished");
}
