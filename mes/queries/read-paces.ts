import type { Fact } from "../../shared/domain/event.ts";
import { type MeasuredPace, measuredPace, type PaceEvent } from "../../shared/domain/orders/measured-pace.ts";
import type { WorkedTime } from "../../shared/domain/shifts/worked-time.ts";
import type { Queries } from "../database/database.ts";
import { plantTimeUtc } from "../ingest/at-plant-time.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import type { OrderFacts } from "./order-facts.ts";
import { timeShifts } from "./time-shifts.ts";

/** More than the pace of the last bookings needs, with pauses between them. */
const NEWEST_EVENTS = 60;

interface EventRow {
  readonly jobOrderId: string;
  readonly eventId: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly atUtc: string;
  readonly mesOffsetMs: number | null;
}

export interface PaceContext {
  readonly vocabulary: Vocabulary;
  readonly nowMs: number;
  readonly timeOf: (workUnit: string) => WorkedTime;
}

/** The measured pace of each of these orders that has one. */
export async function readPaces(
  db: Queries,
  orders: readonly OrderFacts[],
  { vocabulary, nowMs, timeOf }: PaceContext,
): Promise<ReadonlyMap<string, MeasuredPace>> {
  if (orders.length === 0) return new Map();
  const rows = await db.query<EventRow>(
    `SELECT e.job_order AS "jobOrderId", e.event_id AS "eventId", e.type, e.version, e.payload, e.at_utc AS "atUtc",
       e.mes_offset_ms AS "mesOffsetMs"
     FROM json_array_elements_text($1::text::json) AS one (id)
     CROSS JOIN LATERAL (SELECT job_order, event_id, type, version, payload, at_utc, mes_offset_ms
       FROM journal_event
       WHERE job_order = one.id AND verdict = 'applied' AND type IN ('parts.counted', 'quantity.reported',
         'order.started', 'order.set-up-begun', 'order.run-begun', 'order.paused', 'order.resumed', 'order.held',
         'time.corrected')
       ORDER BY arrival DESC LIMIT $2) e`,
    [JSON.stringify(orders.map(({ jobOrder }) => jobOrder.jobOrderId)), NEWEST_EVENTS],
  );
  const ofOrders = Map.groupBy(rows, ({ jobOrderId }) => jobOrderId);
  const paces = orders.flatMap((order): [string, MeasuredPace][] => {
    const { jobOrderId, workUnit } = order.jobOrder;
    const events = paceEvents(ofOrders.get(jobOrderId) ?? [], { order, vocabulary });
    const pace = measuredPace(events, timeOf(workUnit), nowMs);
    return pace === null ? [] : [[jobOrderId, pace]];
  });
  return new Map(paces);
}

/** At the corrected times, so that what was a pause after all slows no pace down (CR-10). */
export function paceEvents(
  rows: readonly EventRow[],
  { order, vocabulary }: { readonly order: Pick<OrderFacts, "sums">; readonly vocabulary: Vocabulary },
): readonly PaceEvent[] {
  const entries = rows.flatMap((row) => {
    const read = readFact(row, vocabulary);
    return read.kind === "fact" ? [{ fact: read.fact, row }] : [];
  });
  const shifts = timeShifts(entries.map(({ fact }) => fact));
  return entries
    .flatMap(({ fact, row }) => {
      const atMs = Date.parse(plantTimeUtc(row)) + (shifts.get(row.eventId) ?? 0);
      return paceEvent(fact, atMs, order) ?? [];
    })
    .toSorted((left, right) => left.atMs - right.atMs);
}

function paceEvent(fact: Fact, atMs: number, order: Pick<OrderFacts, "sums">): PaceEvent | undefined {
  const made = (pieces: number): PaceEvent | undefined =>
    pieces > 0 ? { kind: "made", atMs, pieces } : undefined;
  const byMachine = order.sums.countAuthority === "machine";
  switch (fact.type) {
    case "parts.counted":
      return byMachine ? made(fact.payload.delta) : undefined;
    case "quantity.reported": {
      const { good, scrap, rework } = fact.payload;
      return byMachine ? undefined : made(good + scrap + rework);
    }
    case "order.started":
      return { kind: fact.payload.phase === "set-up" ? "interrupted" : "went-on", atMs };
    case "order.run-begun":
    case "order.resumed":
      return { kind: "went-on", atMs };
    case "order.set-up-begun":
    case "order.paused":
    case "order.held":
      return { kind: "interrupted", atMs };
    default:
      return undefined;
  }
}
