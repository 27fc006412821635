import { type Lot, lotHold } from "../../shared/domain/materials/lot.ts";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { Queries } from "../database/database.ts";
import { bookedPieces } from "../ingest/booked-pieces.ts";
import {
  type IngestState,
  type PlannedOrder,
  type StationOrder,
  type TakenBackTarget,
  WHOLE,
} from "../ingest/ingest-state.ts";

/** Which parts of the state a batch will look at. */
export interface IngestScope {
  readonly jobOrderIds: readonly string[];
  /** Events that the batch reverses or withdraws. */
  readonly targetIds: readonly string[];
  /** Lots that the batch says were loaded. */
  readonly lotIds: readonly string[];
}

/** Loads the state that a batch of this station is judged on, and locks the rows of its orders (I-8, R16). */
export async function loadIngestState(
  tx: Queries,
  stationId: string,
  scope: IngestScope,
): Promise<IngestState> {
  const orderIds = JSON.stringify(scope.jobOrderIds);
  const targetIds = JSON.stringify(scope.targetIds);
  return {
    jobOrders: await lockJobOrders(tx, orderIds),
    heldLots: await readHeldLots(tx, scope.lotIds),
    stationOrders: await readStationOrders(tx, stationId, orderIds),
    targets: await readTargets(tx, stationId, targetIds),
    takenBack: await readTakenBack(tx, targetIds),
  };
}

async function lockJobOrders(tx: Queries, orderIds: string): Promise<IngestState["jobOrders"]> {
  const rows = await tx.query<{ jobOrderId: string; body: string }>(
    `SELECT job_order_id AS "jobOrderId", body FROM job_order
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY job_order_id FOR UPDATE`,
    [orderIds],
  );
  return new Map(rows.map(({ jobOrderId, body }) => [jobOrderId, plannedOf(body)]));
}

function plannedOf(body: string): PlannedOrder {
  const { status, plannedQuantity, hold } = JSON.parse(body) as JobOrder; // checked by its schema before it was stored
  return { status, plannedQuantity, isHeld: (hold ?? null) !== null };
}

/** A lot that is in quarantine or blocked is held too, whatever words there are. */
async function readHeldLots(tx: Queries, lotIds: readonly string[]): Promise<Map<string, string>> {
  if (lotIds.length === 0) return new Map();
  const rows = await tx.query<{ body: string }>(
    `SELECT body FROM master_data WHERE kind = 'lot' AND id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(lotIds)],
  );
  const lots = rows.map(({ body }) => JSON.parse(body) as Lot); // checked by its schema before it was stored
  return new Map(
    lots.flatMap((lot) => {
      const hold = lotHold(lot);
      return hold === null ? [] : [[lot.lotId, hold] as const];
    }),
  );
}

async function readStationOrders(
  tx: Queries,
  stationId: string,
  orderIds: string,
): Promise<Map<string, StationOrder>> {
  const rows = await tx.query<StationOrder>(
    `SELECT job_order_id AS "jobOrderId", state, hold, since_utc AS "sinceUtc", pause_reason AS "pauseReason",
       started_utc AS "startedUtc", finished_utc AS "finishedUtc", started_by AS "startedBy",
       moved_by AS "movedBy"
     FROM station_order
     WHERE station_id = $1 AND job_order_id = ANY(ARRAY(SELECT json_array_elements_text($2::text::json)))`,
    [stationId, orderIds],
  );
  return new Map(rows.map((row) => [row.jobOrderId, row]));
}

async function readTargets(
  tx: Queries,
  stationId: string,
  targetIds: string,
): Promise<Map<string, TakenBackTarget>> {
  const rows = await tx.query<Omit<TakenBackTarget, "pieces"> & { eventId: string; payload: string }>(
    `SELECT event_id AS "eventId", type, job_order AS "jobOrderId", verdict, payload FROM journal_event
     WHERE station_id = $1 AND event_id = ANY(ARRAY(SELECT json_array_elements_text($2::text::json)))`,
    [stationId, targetIds],
  );
  return new Map(
    rows.map(({ eventId, payload, ...target }) => {
      const pieces = bookedPieces({ type: target.type, payload });
      return [eventId, { ...target, pieces }];
    }),
  );
}

async function readTakenBack(tx: Queries, targetIds: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ eventId: string; pieces: number }>(
    `SELECT reverses AS "eventId", sum(coalesce(quantity, ${WHOLE}))::bigint AS pieces FROM reversal
     WHERE reverses = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) GROUP BY reverses
     UNION ALL SELECT event_id, ${WHOLE} FROM measurement
     WHERE withdrawn_by IS NOT NULL AND event_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [targetIds],
  );
  return new Map(rows.map(({ eventId, pieces }) => [eventId, pieces]));
}
