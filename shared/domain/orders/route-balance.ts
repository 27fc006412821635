/** One job order of a production order, with the sums of what all stations booked on it. Quantities are whole pieces. */
export interface RouteNode {
  readonly jobOrderId: string;
  /** The operation whose good pieces it takes; null: the first one, and every rework order. */
  readonly previousJobOrderId: string | null;
  /** Pieces it hands on at a time; null: only the whole lot. */
  readonly transferQuantity: number | null;
  readonly plannedQuantity: number;
  /** A person or the planner ended it: nothing more is to come. */
  readonly hasEnded: boolean;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  /** Only of a rework order: which job order sent the pieces, and how many (reversals are off already). */
  readonly reworkOf: { readonly jobOrderId: string; readonly quantity: number } | null;
}

/** Where the pieces of one operation are. All of it are sums, so it is the same in whatever order the news came (I-21). */
export interface OperationBalance {
  readonly jobOrderId: string;
  /** Good pieces of the operation before it, in whole transfer quantities; null: nothing lies before it. */
  readonly handedOn: number | null;
  /** The operation before it has ended. */
  readonly isUpstreamFinished: boolean;
  /** Pieces it sent to rework that came back good. */
  readonly returned: number;
  readonly good: number;
  readonly scrap: number;
  /** All pieces booked as rework here, wherever they were sent. */
  readonly rework: number;
  /** Of these, sent to an earlier operation. */
  readonly routedBack: number;
  /** Of these, still at their rework orders: neither good nor scrap there. */
  readonly inRework: number;
  /** Of these, scrapped by their rework orders. */
  readonly scrappedInRework: number;
  /** Good and scrap and rework, less what came back and was booked a second time. */
  readonly inspected: number;
  readonly firstPassGood: number;
  /** FPY of ISO 22400: first-pass good of inspected, 0 to 1; null while nothing was inspected. */
  readonly firstPassYield: number | null;
  /** Came here and is booked as nothing yet; below zero where more was booked than came. null: nothing lies before it. */
  readonly waiting: number | null;
}

/** Rule RW-1: the balance of every job order of a production order, in the order in which they are given. */
export function routeBalance(nodes: readonly RouteNode[]): readonly OperationBalance[] {
  const byId = new Map(nodes.map((node) => [node.jobOrderId, node]));
  return nodes.map((node) => {
    const previous = node.previousJobOrderId === null ? undefined : byId.get(node.previousJobOrderId);
    return balanceOf(node, previous, nodes);
  });
}

/** Rework orders of what this one sent back. */
function sentBy(node: RouteNode, nodes: readonly RouteNode[]): readonly RouteNode[] {
  return nodes.filter(({ reworkOf }) => reworkOf !== null && reworkOf.jobOrderId === node.jobOrderId);
}

function balanceOf(
  node: RouteNode,
  previous: RouteNode | undefined,
  nodes: readonly RouteNode[],
): OperationBalance {
  const reworked = sentBy(node, nodes);
  const { jobOrderId, good, scrap, rework, reworkOf } = node;
  const routedBack = total(reworked, (one) => one.reworkOf?.quantity ?? 0);
  const scrappedInRework = total(reworked, (one) => scrappedAt(one, nodes));
  const handedOn = previous === undefined ? null : handsOn(previous);
  const arrived = handedOn ?? reworkOf?.quantity ?? null;
  const returned = total(reworked, handsOn);
  const booked = good + scrap + rework;
  const again = Math.max(0, Math.min(returned, booked - routedBack));
  const inspected = booked - again;
  const firstPassGood = Math.max(0, good - again);
  return {
    jobOrderId,
    handedOn,
    isUpstreamFinished: previous?.hasEnded ?? false,
    returned,
    good,
    scrap,
    rework,
    routedBack,
    inRework: routedBack - total(reworked, ({ good: repaired }) => repaired) - scrappedInRework,
    scrappedInRework,
    inspected,
    firstPassGood,
    firstPassYield: inspected > 0 ? firstPassGood / inspected : null,
    waiting: arrived === null ? null : arrived + returned - booked,
  };
}

/** Scrap of a rework order, and of the rework that it sent back itself. */
function scrappedAt(node: RouteNode, nodes: readonly RouteNode[]): number {
  return node.scrap + total(sentBy(node, nodes), (one) => scrappedAt(one, nodes));
}

function total(nodes: readonly RouteNode[], of: (node: RouteNode) => number): number {
  return nodes.reduce((sum, node) => sum + of(node), 0);
}

/**
 * Rule RW-2: what an operation has handed on. Good pieces alone, rounded down to whole transfer quantities until it has
 * ended; scrap and rework never leave it, so its loss is charged to nobody else.
 */
export function handsOn({
  good,
  hasEnded,
  transferQuantity,
  plannedQuantity,
}: Pick<RouteNode, "good" | "hasEnded" | "transferQuantity" | "plannedQuantity">): number {
  const pieces = Math.max(0, good);
  if (hasEnded || pieces >= plannedQuantity) return pieces;
  return transferQuantity === null ? 0 : pieces - (pieces % transferQuantity);
}
