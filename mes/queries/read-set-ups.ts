import type { Fact } from "../../shared/domain/event.ts";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { type SetUpMove, setUpMsOf, usualSetUpMs } from "../../shared/domain/orders/measured-set-up.ts";
import type { WorkedTime } from "../../shared/domain/shifts/worked-time.ts";
import type { Queries } from "../database/database.ts";
import { plantTimeUtc } from "../ingest/at-plant-time.ts";
import { readFact } from "../ingest/read-fact.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { timeShifts } from "./time-shifts.ts";

/** The newest orders of a kind that tell how long its set-up takes. */
const NEWEST_ORDERS = 5;
/** Of its item and work unit those are looked for among so many: a new operation reads no history of years to find none. */
const LOOKED_THROUGH = 100;

interface MoveRow {
  readonly kind: string;
  readonly jobOrderId: string;
  readonly stationId: string;
  readonly eventId: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly atUtc: string;
  readonly mesOffsetMs: number | null;
}

export interface SetUpContext {
  readonly vocabulary: Vocabulary;
  readonly timeOf: (workUnit: string) => WorkedTime;
}

/**
 * How long the set-up of each of these orders usually takes: the middle of the newest ended orders of the same item and
 * operation at the same work unit. Nothing of those that nobody set up yet.
 */
export async function readSetUps(
  db: Queries,
  orders: readonly JobOrder[],
  { vocabulary, timeOf }: SetUpContext,
): Promise<ReadonlyMap<string, number>> {
  const kinds = new Map(orders.map((order) => [kindOf(order), order]));
  const rows = await readMoves(db, [...kinds]);
  const usual = new Map<string, number>();
  for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.kind)) {
    const time = timeOf(kinds.get(kind)?.workUnit ?? "");
    const works = Map.groupBy(ofKind, ({ jobOrderId, stationId }) => JSON.stringify([jobOrderId, stationId]));
    const measured = [...works.values()].flatMap((work) => setUpMsOf(movesOf(work, vocabulary), time) ?? []);
    const ms = usualSetUpMs(measured);
    if (ms !== null) usual.set(kind, ms);
  }
  return new Map(
    orders.flatMap((order): [string, number][] => {
      const ms = usual.get(kindOf(order));
      return ms === undefined ? [] : [[order.jobOrderId, ms]];
    }),
  );
}

function kindOf({ item, operation, workUnit }: JobOrder): string {
  return JSON.stringify([item.itemId, operation.number, workUnit]);
}

/** The condition on counts is word for word that of the index by order and type (migration 241). */
function readMoves(
  db: Queries,
  kinds: readonly (readonly [string, JobOrder])[],
): Promise<readonly MoveRow[]> {
  if (kinds.length === 0) return Promise.resolve([]);
  const wanted = kinds.map(([kind, { item, operation, workUnit }]) => {
    return { kind, itemId: item.itemId, operation: operation.number, workUnit };
  });
  return db.query<MoveRow>(
    `SELECT wanted.kind, e.job_order AS "jobOrderId", e.station_id AS "stationId", e.event_id AS "eventId", e.type,
       e.version, e.payload, e.at_utc AS "atUtc", e.mes_offset_ms AS "mesOffsetMs"
     FROM json_to_recordset($1::text::json) AS wanted (kind text, "itemId" text, operation text, "workUnit" text)
     CROSS JOIN LATERAL (SELECT job_order_id FROM (SELECT job_order_id, body, due_at FROM job_order
         WHERE ended AND item_id = wanted."itemId" AND work_unit = wanted."workUnit"
         ORDER BY due_at DESC LIMIT ${LOOKED_THROUGH}) newest
       WHERE body::json#>>'{operation,number}' = wanted.operation
       ORDER BY due_at DESC LIMIT ${NEWEST_ORDERS}) o
     CROSS JOIN LATERAL (SELECT job_order, station_id, event_id, type, version, payload, at_utc, mes_offset_ms, arrival
       FROM journal_event
       WHERE verdict = 'applied' AND job_order = o.job_order_id
         AND type IN ('order.started', 'order.set-up-begun', 'order.run-begun', 'order.paused', 'order.resumed',
           'order.held', 'order.finished', 'order.aborted', 'time.corrected')
         AND (type <> 'parts.counted' OR octet_length(payload) > 512)) e
     ORDER BY e.arrival`,
    [JSON.stringify(wanted)],
  );
}

/** At the corrected times (CR-10), so that a clock that was put right meanwhile makes no set-up longer. */
function movesOf(rows: readonly MoveRow[], vocabulary: Vocabulary): readonly SetUpMove[] {
  const told = rows.flatMap((row) => {
    const read = readFact(row, vocabulary);
    return read.kind === "fact" ? [{ fact: read.fact, row }] : [];
  });
  const shifts = timeShifts(told.map(({ fact }) => fact));
  return told
    .filter(({ fact }) => fact.type !== "time.corrected")
    .map(({ fact, row }) => {
      const atMs = Date.parse(plantTimeUtc(row)) + (shifts.get(row.eventId) ?? 0);
      return { to: beginsSetUp(fact) ? ("set-up" as const) : ("else" as const), atMs };
    })
    .toSorted((left, right) => left.atMs - right.atMs);
}

function beginsSetUp(fact: Fact): boolean {
  return (
    fact.type === "order.set-up-begun" || (fact.type === "order.started" && fact.payload.phase === "set-up")
  );
}
