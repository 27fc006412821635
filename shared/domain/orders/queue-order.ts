import type { JobOrder } from "./job-order.ts";

type Queued = Pick<JobOrder, "jobOrderId" | "priority" | "dueUtc" | "queueNumber">;

/**
 * The order in which a work unit's queue stands, at station and MES alike (OR-12): what the planner placed by hand first,
 * by its number; the rest by priority, then by due time, then by id.
 */
export function compareQueued(left: Queued, right: Queued): number {
  return (
    numberOf(left) - numberOf(right) ||
    left.priority - right.priority ||
    compare(left.dueUtc, right.dueUtc) ||
    compare(left.jobOrderId, right.jobOrderId)
  );
}

/** Behind every number that an order can have. */
const UNPLACED = 1_000_001;

function numberOf({ queueNumber }: Queued): number {
  return queueNumber ?? UNPLACED;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The queue after one order changed places with its neighbour: the new number of each order that has another one now. All
 * in front of it get one too, so that their order no longer depends on priority or due time.
 *
 * @param queue as it stands; an order that was begun is not part of it
 * @returns none when it is not in the queue, or first or last already
 */
export function movedInQueue(
  queue: readonly Queued[],
  jobOrderId: string,
  to: "up" | "down",
): ReadonlyMap<string, number> {
  const standing = queue.toSorted(compareQueued);
  const from = standing.findIndex((order) => order.jobOrderId === jobOrderId);
  const other = from + (to === "up" ? -1 : 1);
  const moved = standing[from];
  const neighbour = standing[other];
  if (moved === undefined || neighbour === undefined) return new Map();
  const after = standing.with(from, neighbour).with(other, moved);
  const numbers = new Map<string, number>();
  for (const [index, order] of after.slice(0, Math.max(from, other) + 1).entries())
    if (order.queueNumber !== index + 1) numbers.set(order.jobOrderId, index + 1);
  return numbers;
}
