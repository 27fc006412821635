import fc from "fast-check";
import { handsOn, type RouteNode } from "../route-balance.ts";

/** A production order of some operations, and what people happen to do with its pieces. */
export interface RoutePlant {
  readonly pieces: number;
  /** Pieces handed on at a time, one entry an operation. */
  readonly transfers: readonly (number | null)[];
  readonly steps: readonly Step[];
}

interface Step {
  readonly act: "good" | "scrap" | "rework-here" | "rework-back" | "end" | "reverse";
  readonly at: number;
  readonly take: number;
}

/** What one booking changes, as a station tells it: deltas, and perhaps where rework was sent. */
export interface Deed {
  readonly jobOrderId: string;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  readonly hasEnded: boolean;
  /** The rework order that these pieces went to; a reversal has fewer than none. */
  readonly sent: { readonly reworkId: string; readonly quantity: number } | null;
}

type Booked = "good" | "scrap" | "rework";

interface SimulatedOrder {
  readonly node: Omit<RouteNode, "good" | "scrap" | "rework" | "hasEnded" | "reworkOf">;
  readonly sentFrom: string | null;
  readonly given: number[];
  readonly good: number[];
  /** Pieces taken up here, in order; one that came back is there twice. */
  readonly takenUp: number[];
  readonly firstOutcome: Map<number, Booked>;
  failedTwice: boolean;
  hasEnded: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant("good" as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Step["act"]>(
        "scrap",
        "rework-here",
        "rework-back",
        "rework-back",
        "reverse",
      ),
    },
    { weight: 1, arbitrary: fc.constant("end" as const) },
  ),
  at: fc.nat({ max: 100 }),
  take: fc.integer({ min: 1, max: 3 }),
});

export const anyPlant: fc.Arbitrary<RoutePlant> = fc.record({
  pieces: fc.integer({ min: 1, max: 12 }),
  transfers: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 4 }),
  steps: fc.array(step, { maxLength: 80 }),
});

export interface PlayedPlant {
  readonly nodes: readonly RouteNode[];
  readonly deeds: readonly Deed[];
  /** Pieces that the first operation took up. */
  readonly started: number;
  /** The truth about pieces that were finished at an operation for the first time. */
  firstPass(jobOrderId: string): { readonly inspected: number; readonly good: number };
  /** Some piece that came back was not good the second time either. */
  failedTwice(jobOrderId: string): boolean;
  /** No piece that came back still waits. */
  isThrough(jobOrderId: string): boolean;
}

/** Plays the steps piece by piece; what cannot be done is left out. */
export function playPlant({ pieces, transfers, steps }: RoutePlant): PlayedPlant {
  const orders = transfers.map((transferQuantity, index) =>
    newOrder({
      jobOrderId: idOf(index),
      previousJobOrderId: index === 0 ? null : idOf(index - 1),
      transferQuantity,
      plannedQuantity: pieces,
    }),
  );
  orders[0]?.given.push(...Array.from({ length: pieces }, (_none, piece) => piece));
  const deeds = steps.flatMap((one) => play(orders, one));
  const find = (id: string): SimulatedOrder =>
    orders.find(({ node }) => node.jobOrderId === id) ?? missing(id);
  return {
    nodes: nodesOf(transfers, pieces, deeds),
    deeds,
    started: deeds
      .filter(({ jobOrderId }) => jobOrderId === idOf(0))
      .reduce((sum, deed) => sum + deed.good + deed.scrap + deed.rework, 0),
    firstPass: (id) => {
      const outcomes = [...find(id).firstOutcome.values()];
      return { inspected: outcomes.length, good: outcomes.filter((outcome) => outcome === "good").length };
    },
    failedTwice: (id) => find(id).failedTwice,
    isThrough: (id) => {
      const one = find(id);
      return returnedTo(orders, one).length === one.takenUp.length - new Set(one.takenUp).size;
    },
  };
}

function missing(id: string): never {
  throw new Error(`No order ${id}`);
}

function idOf(index: number): string {
  return `OP-${(index + 1) * 10}`;
}

function newOrder(node: SimulatedOrder["node"], sentFrom: string | null = null): SimulatedOrder {
  return {
    node,
    sentFrom,
    given: [],
    good: [],
    takenUp: [],
    firstOutcome: new Map(),
    failedTwice: false,
    hasEnded: false,
  };
}

function handedOnBy(order: SimulatedOrder): readonly number[] {
  const { good, hasEnded, node } = order;
  return good.slice(0, handsOn({ ...node, good: good.length, hasEnded }));
}

function returnedTo(orders: readonly SimulatedOrder[], to: SimulatedOrder): readonly number[] {
  return orders.filter(({ sentFrom }) => sentFrom === to.node.jobOrderId).flatMap(handedOnBy);
}

/** Pieces that lie before an order now. */
function inbox(orders: readonly SimulatedOrder[], order: SimulatedOrder): readonly number[] {
  const previous = orders.find(({ node }) => node.jobOrderId === order.node.previousJobOrderId);
  const come = [
    ...order.given,
    ...(previous === undefined ? [] : handedOnBy(previous)),
    ...returnedTo(orders, order),
  ];
  const left = [...order.takenUp];
  return come.filter((piece) => {
    const at = left.indexOf(piece);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function play(orders: SimulatedOrder[], { act, at, take }: Step): readonly Deed[] {
  const order = orders[at % orders.length];
  if (order === undefined || order.hasEnded) return [];
  if (act === "end") {
    // What came and is not booked would stay for ever; people end an order when it is done.
    if (inbox(orders, order).length > 0) return [];
    order.hasEnded = true;
    return [deedOf(order, { hasEnded: true })];
  }
  const pieces = inbox(orders, order).slice(0, take);
  if (act === "reverse") return reverse(order);
  if (pieces.length === 0) return [];
  if (act === "rework-back") return sendBack(orders, order, pieces);
  const booked: Booked = act === "rework-here" ? "rework" : act;
  takeUp(order, pieces, booked);
  if (booked === "good") order.good.push(...pieces);
  return [deedOf(order, { [booked]: pieces.length })];
}

function sendBack(
  orders: SimulatedOrder[],
  order: SimulatedOrder,
  pieces: readonly number[],
): readonly Deed[] {
  if (order.node.previousJobOrderId === null) return [];
  const reworkId = `R-${orders.length}`;
  takeUp(order, pieces, "rework");
  const node = {
    jobOrderId: reworkId,
    previousJobOrderId: null,
    transferQuantity: null,
    plannedQuantity: pieces.length,
  };
  const rework = newOrder(node, order.node.jobOrderId);
  rework.given.push(...pieces);
  orders.push(rework);
  return [deedOf(order, { rework: pieces.length, sent: { reworkId, quantity: pieces.length } })];
}

function takeUp(order: SimulatedOrder, pieces: readonly number[], booked: Booked): void {
  for (const piece of pieces) {
    if (order.firstOutcome.has(piece) && booked !== "good") order.failedTwice = true;
    if (!order.firstOutcome.has(piece)) order.firstOutcome.set(piece, booked);
    order.takenUp.push(piece);
  }
}

/** Takes the newest good piece back, as long as it has not been handed on. */
function reverse(order: SimulatedOrder): readonly Deed[] {
  const piece = order.good.at(-1);
  if (piece === undefined || handedOnBy(order).length === order.good.length) return [];
  order.good.pop();
  order.takenUp.splice(order.takenUp.lastIndexOf(piece), 1);
  if (!order.takenUp.includes(piece)) order.firstOutcome.delete(piece);
  return [deedOf(order, { good: -1 })];
}

function deedOf({ node }: SimulatedOrder, change: Partial<Deed>): Deed {
  return {
    jobOrderId: node.jobOrderId,
    good: 0,
    scrap: 0,
    rework: 0,
    hasEnded: false,
    sent: null,
    ...change,
  };
}

/** The job orders with their sums, as the MES adds them up from the deeds in whatever order they come. */
export function nodesOf(
  transfers: RoutePlant["transfers"],
  pieces: number,
  deeds: readonly Deed[],
): readonly RouteNode[] {
  const sum = (jobOrderId: string, of: (deed: Deed) => number): number =>
    deeds.filter((deed) => deed.jobOrderId === jobOrderId).reduce((all, deed) => all + of(deed), 0);
  const sums = (jobOrderId: string) => ({
    jobOrderId,
    good: sum(jobOrderId, ({ good }) => good),
    scrap: sum(jobOrderId, ({ scrap }) => scrap),
    rework: sum(jobOrderId, ({ rework }) => rework),
    hasEnded: deeds.some((deed) => deed.jobOrderId === jobOrderId && deed.hasEnded),
  });
  const operations = transfers.map((transferQuantity, index) => ({
    ...sums(idOf(index)),
    previousJobOrderId: index === 0 ? null : idOf(index - 1),
    transferQuantity,
    plannedQuantity: pieces,
    reworkOf: null,
  }));
  const reworkOrders = deeds
    .flatMap(({ jobOrderId, sent }) => (sent === null ? [] : [{ jobOrderId, ...sent }]))
    .toSorted((left, right) => (left.reworkId < right.reworkId ? -1 : 1))
    .map(({ jobOrderId, reworkId, quantity }) => ({
      ...sums(reworkId),
      previousJobOrderId: null,
      transferQuantity: null,
      plannedQuantity: quantity,
      reworkOf: { jobOrderId, quantity },
    }));
  return [...operations, ...reworkOrders];
}
