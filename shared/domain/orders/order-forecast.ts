import type { WorkedTime } from "../shifts/worked-time.ts";
import type { JobOrder } from "./job-order.ts";
import type { MeasuredPace } from "./measured-pace.ts";
import { compareQueued } from "./queue-order.ts";
import { handsOn, type RouteNode } from "./route-balance.ts";
import { longer, measuredTimeLeft, standardTimeLeft, type TimeLeft } from "./time-left.ts";

/** Why nobody can say when an order will be ready. Closed: the pages hold words for each. */
export const forecastGaps = [
  "paused",
  "held",
  "blocked",
  "offline",
  "no-signal",
  "machine-stopped",
  "behind",
  "waits-for",
  "no-shift",
] as const;
export type ForecastGap = (typeof forecastGaps)[number];

/** Instants in milliseconds since 1970. */
export type OrderForecast =
  | {
      readonly kind: "ready";
      /** When it began or will begin. */
      readonly startMs: number;
      readonly readyMs: number;
      /** With 80 % it is ready between these; equal to `readyMs` where no spread was measured. */
      readonly fromMs: number;
      readonly toMs: number;
      readonly basis: "measured" | "standard";
    }
  | {
      readonly kind: "not-known";
      readonly why: ForecastGap;
      /** Since when, where that is known. */
      readonly sinceMs: number | null;
      /** The order it waits for. */
      readonly about: string | null;
    };

/** What lets nobody tell how the machine of an order goes on. */
export interface Silence {
  readonly why: "offline" | "no-signal" | "machine-stopped";
  readonly sinceMs: number | null;
}

/** An order that has not ended, with what was made of it. Quantities are whole pieces. */
export interface OpenOrder {
  readonly order: JobOrder;
  readonly state: "released" | "setting-up" | "running" | "paused" | "held";
  readonly startedMs: number | null;
  /** Since when it is in this state, where some station said so. */
  readonly sinceMs: number | null;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  /** Of set-ups like its own that were measured; null: none was, and the planned time counts. */
  readonly measuredSetUpMs: number | null;
  /** null: too few bookings. */
  readonly pace: MeasuredPace | null;
  /** null: its station and machine are heard. */
  readonly silence: Silence | null;
}

export interface ForecastContext {
  readonly nowMs: number;
  readonly timeOf: (workUnit: string) => WorkedTime;
}

/**
 * When each open order will be ready. One that runs: what is left at its measured pace, else at the cycle time of master
 * data; pieces to make are the good ones that are missing, divided by the share of good pieces so far. One that waits
 * begins when all begun orders of its work unit and all before it in the queue are ready, and when the operation before it
 * has handed on enough, and takes its set-up and the cycle time of master data. Where any of these is not known nothing is: a time is
 * never invented.
 */
export function forecastOrders(
  orders: readonly OpenOrder[],
  context: ForecastContext,
): ReadonlyMap<string, OrderForecast> {
  const forecasts = new Map<string, OrderForecast>();
  const plan: Plan = {
    ...context,
    byId: new Map(orders.map((one) => [one.order.jobOrderId, one])),
    begunOf: Map.groupBy(orders.filter(isBegun), ({ order }) => order.workUnit),
    aheadOf: ahead(orders),
    forecasts,
    asked: new Set(),
  };
  for (const one of inQueueOrder(orders)) forecastOf(one, plan);
  return forecasts;
}

interface Plan extends ForecastContext {
  readonly byId: ReadonlyMap<string, OpenOrder>;
  readonly begunOf: ReadonlyMap<string, readonly OpenOrder[]>;
  /** The order that stands before this one in the queue and may start. */
  readonly aheadOf: ReadonlyMap<string, OpenOrder>;
  readonly forecasts: Map<string, OrderForecast>;
  /** Asked and not answered yet: a queue and a route may wait for each other. */
  readonly asked: Set<string>;
}

/** One that the planner holds before anyone began it waits like any other. */
function isBegun({ state, startedMs }: OpenOrder): boolean {
  return state !== "released" && (state !== "held" || startedMs !== null);
}

/** Begun ones first: those that wait build on them. */
function inQueueOrder(orders: readonly OpenOrder[]): readonly OpenOrder[] {
  return orders.toSorted(
    (left, right) => Number(isBegun(right)) - Number(isBegun(left)) || compareQueued(left.order, right.order),
  );
}

/** One that may not start is stepped over. */
function ahead(orders: readonly OpenOrder[]): ReadonlyMap<string, OpenOrder> {
  const last = new Map<string, OpenOrder>();
  const before = new Map<string, OpenOrder>();
  for (const one of inQueueOrder(orders)) {
    const { jobOrderId, workUnit } = one.order;
    const previous = last.get(workUnit);
    if (previous !== undefined) before.set(jobOrderId, previous);
    if (!isBegun(one) && obstacle(one) === null) last.set(workUnit, one);
  }
  return before;
}

function forecastOf(one: OpenOrder, plan: Plan): OrderForecast {
  const { jobOrderId } = one.order;
  const known = plan.forecasts.get(jobOrderId);
  if (known !== undefined) return known;
  if (plan.asked.has(jobOrderId)) return notKnown("waits-for", null, jobOrderId);
  plan.asked.add(jobOrderId);
  const forecast = obstacle(one) ?? computed(one, plan);
  plan.forecasts.set(jobOrderId, forecast);
  return forecast;
}

/** What about the order itself forbids a forecast. */
function obstacle({ order, state, sinceMs, silence }: OpenOrder): OrderForecast | null {
  const hold = order.hold ?? null;
  if (hold !== null) return notKnown("held", Date.parse(hold.sinceUtc));
  if (state === "held") return notKnown("held", sinceMs);
  if (state === "released") return order.blockedBy === null ? null : notKnown("blocked");
  if (state === "paused") return notKnown("paused", sinceMs);
  return silence === null ? null : notKnown(silence.why, silence.sinceMs);
}

function computed(one: OpenOrder, plan: Plan): OrderForecast {
  const start = startOf(one, plan);
  if (!("least" in start)) return start;
  const { pace, order } = one;
  const pieces = piecesToMake(one);
  const work =
    pace === null || !isBegun(one)
      ? standardTimeLeft(pieces, order.idealCycleSeconds * 1000)
      : measuredTimeLeft(pieces, pace);
  const done = run(start, longer(work, setUpLeftMs(one, plan)), plan.timeOf(order.workUnit));
  const ready = done === undefined ? undefined : notBeforePrevious(done, one, plan);
  if (ready === undefined) return notKnown("no-shift");
  if (!("least" in ready)) return ready;
  return {
    kind: "ready",
    startMs: one.startedMs ?? start.median,
    readyMs: ready.median,
    fromMs: ready.least,
    toMs: ready.most,
    basis: pace === null || !isBegun(one) ? "standard" : "measured",
  };
}

/** What is to be set up before its next piece: all of it before it begins, what is left of it while it is set up. */
function setUpLeftMs(one: OpenOrder, { timeOf, nowMs }: Plan): number {
  const { order, state, sinceMs, measuredSetUpMs } = one;
  const wholeMs = measuredSetUpMs ?? (order.setUpSeconds ?? 0) * 1000;
  if (!isBegun(one)) return wholeMs;
  if (state !== "setting-up") return 0;
  return Math.max(0, wholeMs - timeOf(order.workUnit).between(sinceMs ?? nowMs, nowMs));
}

/** Good pieces that are missing, and what will be lost on the way as it was so far. */
function piecesToMake({ order, good, scrap, rework }: OpenOrder): number {
  const missing = Math.max(0, order.plannedQuantity - good);
  const made = good + scrap + rework;
  return good > 0 && made > good ? Math.ceil((missing * made) / good) : missing;
}

/** An instant with its range. */
interface Moment {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

type Unknown = Extract<OrderForecast, { kind: "not-known" }>;

function startOf(one: OpenOrder, plan: Plan): Moment | Unknown {
  const now = { least: plan.nowMs, median: plan.nowMs, most: plan.nowMs };
  if (isBegun(one)) return now;
  const { workUnit } = one.order;
  const waitsFor = [...(plan.begunOf.get(workUnit) ?? []), plan.aheadOf.get(one.order.jobOrderId)];
  let start: Moment = now;
  for (const other of waitsFor) {
    if (other === undefined) continue;
    const ready = forecastOf(other, plan);
    if (ready.kind === "not-known") return notKnown("behind", null, other.order.jobOrderId);
    start = later(start, momentOf(ready));
  }
  const handed = handedOn(one, plan);
  return "least" in handed ? later(start, handed) : handed;
}

/** When the operation before has handed on what this one can begin with. */
function handedOn(one: OpenOrder, plan: Plan): Moment | Unknown {
  const now = { least: plan.nowMs, median: plan.nowMs, most: plan.nowMs };
  const previous = previousOf(one, plan);
  if (previous === undefined || handsOn(asNode(previous)) > 0) return now;
  const ready = forecastOf(previous, plan);
  if (ready.kind === "not-known") return notKnown("waits-for", null, previous.order.jobOrderId);
  const { transferQuantity = null } = previous.order.route ?? {};
  if (transferQuantity === null) return momentOf(ready);
  const first = standardTimeLeft(
    Math.min(transferQuantity, piecesToMake(previous)) - Math.max(0, previous.good),
    previous.pace?.msPerPiece ?? previous.order.idealCycleSeconds * 1000,
  );
  const begins = Math.max(plan.nowMs, ready.startMs);
  const start = { least: begins, median: begins, most: begins };
  const untilFirst = longer(first, setUpLeftMs(previous, plan));
  return run(start, untilFirst, plan.timeOf(previous.order.workUnit)) ?? notKnown("no-shift");
}

/** The last pieces that the operation before hands on are still to be worked here. */
function notBeforePrevious(done: Moment, one: OpenOrder, plan: Plan): Moment | Unknown | undefined {
  const previous = previousOf(one, plan);
  if (previous === undefined || handsOn(asNode(previous)) >= one.order.plannedQuantity) return done;
  const ready = forecastOf(previous, plan);
  if (ready.kind === "not-known") return notKnown("waits-for", null, previous.order.jobOrderId);
  const { transferQuantity } = previous.order.route ?? {};
  const pieces = Math.min(transferQuantity ?? one.order.plannedQuantity, piecesToMake(one));
  const msPerPiece = one.pace?.msPerPiece ?? one.order.idealCycleSeconds * 1000;
  const last = run(momentOf(ready), standardTimeLeft(pieces, msPerPiece), plan.timeOf(one.order.workUnit));
  return last === undefined ? undefined : later(done, last);
}

function previousOf({ order }: OpenOrder, plan: Plan): OpenOrder | undefined {
  return plan.byId.get(order.route?.previousJobOrderId ?? "");
}

function asNode({ order, good }: OpenOrder): Parameters<typeof handsOn>[0] {
  const { plannedQuantity } = order;
  const transferQuantity: RouteNode["transferQuantity"] = order.route?.transferQuantity ?? null;
  return { good, plannedQuantity, transferQuantity, hasEnded: false };
}

function run(start: Moment, left: TimeLeft, time: WorkedTime): Moment | undefined {
  const least = time.after(start.least, left.leastMs);
  const median = time.after(start.median, left.medianMs);
  const most = time.after(start.most, left.mostMs);
  return least === undefined || median === undefined || most === undefined
    ? undefined
    : { least: Math.round(least), median: Math.round(median), most: Math.round(most) };
}

function later(left: Moment, right: Moment): Moment {
  return {
    least: Math.max(left.least, right.least),
    median: Math.max(left.median, right.median),
    most: Math.max(left.most, right.most),
  };
}

function momentOf({ fromMs, readyMs, toMs }: Extract<OrderForecast, { kind: "ready" }>): Moment {
  return { least: fromMs, median: readyMs, most: toMs };
}

function notKnown(why: ForecastGap, sinceMs: number | null = null, about: string | null = null): Unknown {
  return { kind: "not-known", why, sinceMs, about };
}
