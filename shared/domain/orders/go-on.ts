import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { notedInstructions } from "./instruction.ts";
import type { JobOrder } from "./job-order.ts";
import type { JobOrderProgress } from "./job-order-progress.ts";
import type { JobOrderMove } from "./job-order-table.ts";
import { moveRefusal } from "./move-refusal.ts";
import { plannerStop } from "./planner-stop.ts";

/**
 * The event by which an order that was begun before goes on, with the revisions that are valid now: the planner may have
 * changed them since it began (MA-34).
 */
export function goesOn(jobOrder: string, move: JobOrderMove, order: JobOrder | undefined): Draft {
  const payload = notedInstructions(order);
  if (move === "begin-set-up") return { type: "order.set-up-begun", jobOrder, payload };
  const type = move === "run" ? "order.run-begun" : "order.resumed";
  return { type, jobOrder, payload };
}

/** An interrupted order goes on with what it was at, so no set-up is taken for run time. */
export function resumingMove({ phase, state }: JobOrderProgress): JobOrderMove {
  return phase === "set-up" && (state === "paused" || state === "held") ? "begin-set-up" : "resume";
}

/** Brings an order back from an interruption, unless the table or the planner forbids it. */
export function decideGoOn(
  { master }: Pick<Known, "master">,
  progress: JobOrderProgress,
  move: JobOrderMove,
): Result<readonly Draft[], Refusal> {
  const order = master["job-order"].get(progress.jobOrderId);
  const refused = moveRefusal(progress.state, move, progress) ?? stopRefusal(order);
  return refused === undefined ? accept([goesOn(progress.jobOrderId, move, order)]) : refuse(refused);
}

/** Why nobody may work on an order that the planner stopped. */
export function stopRefusal(order: JobOrder | undefined): Refusal | undefined {
  const stop = plannerStop(order);
  if (order === undefined || stop === null) return undefined;
  const details = { order: order.jobOrderId, reason: stop.reason };
  if (stop.cause === "hold") return refusal("order-held", details);
  return refusal(stop.cause === "cancelled" ? "order-cancelled" : "order-aborted", details);
}
