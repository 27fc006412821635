import type { CountAuthority, JobOrder } from "../../../shared/domain/orders/job-order.ts";
import { goodQuantity } from "../../../shared/domain/orders/job-order-progress.ts";
import type { TreeContent } from "../../../shared/protocol/tree-page.ts";
import type { Queries } from "../../database/database.ts";
import { mergeOrderState } from "../order-state.ts";
import type { SilentStation } from "./silent-stations.ts";

type OrderContent = Extract<TreeContent, { kind: "order" }>;

/** An order as all stations together told of it. */
export interface TreeOrder {
  readonly jobOrderId: string;
  /** undefined: the planner never told of it. */
  readonly jobOrder: JobOrder | undefined;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  readonly state: OrderContent["state"];
  readonly stations: readonly { readonly stationId: string; readonly state: string }[];
}

interface OrderRow {
  readonly jobOrderId: string;
  readonly body: string | null;
  readonly countAuthority: CountAuthority | null;
  readonly counted: number;
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
  readonly stations: string;
}

/** Asked for each by itself: joined as tables, all orders there ever were would be read for a few. */
export async function readTreeOrders(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly TreeOrder[]> {
  if (jobOrderIds.length === 0) return [];
  const rows = await db.query<OrderRow>(
    `SELECT wanted.id AS "jobOrderId", o.body, p.count_authority AS "countAuthority", coalesce(p.counted, 0) AS counted,
       coalesce(p.reported_good, 0) AS "reportedGood", coalesce(p.scrap, 0) AS scrap, coalesce(p.rework, 0) AS rework,
       coalesce((SELECT json_agg(json_build_object('stationId', s.station_id, 'state', s.state) ORDER BY s.station_id)
         FROM station_order s WHERE s.job_order_id = wanted.id), '[]')::text AS stations
     FROM (SELECT json_array_elements_text($1::text::json) AS id) wanted
     LEFT JOIN LATERAL (SELECT body FROM job_order WHERE job_order_id = wanted.id LIMIT 1) o ON true
     LEFT JOIN LATERAL (SELECT * FROM order_progress WHERE job_order_id = wanted.id LIMIT 1) p ON true`,
    [JSON.stringify(jobOrderIds)],
  );
  return rows.map(treeOrder);
}

function treeOrder(row: OrderRow): TreeOrder {
  const { jobOrderId, scrap, rework } = row;
  // Checked by its schema before it was stored.
  const jobOrder = row.body === null ? undefined : (JSON.parse(row.body) as JobOrder);
  const stations = JSON.parse(row.stations) as TreeOrder["stations"];
  const countAuthority = row.countAuthority ?? jobOrder?.countAuthority ?? "operator";
  const states = stations.map(({ state }) => state);
  const state = jobOrder === undefined ? null : mergeOrderState(jobOrder, states);
  return {
    jobOrderId,
    jobOrder,
    good: goodQuantity({ ...row, countAuthority }),
    scrap,
    rework,
    state,
    stations,
  };
}

const ended: ReadonlySet<string> = new Set(["finished", "aborted"]);

/**
 * The station that may know more of an order than the MES does: one that works it, or, where nobody has begun it, the one
 * it was released to. @returns undefined when all that is to know was told
 */
export function silentAbout(
  { jobOrder, stations }: TreeOrder,
  silent: readonly SilentStation[],
): SilentStation | undefined {
  const open = stations.filter(({ state }) => !ended.has(state)).map(({ stationId }) => stationId);
  const worked = silent.find(({ stationId }) => open.includes(stationId));
  if (worked !== undefined || stations.length > 0 || jobOrder?.status !== "released") return worked;
  return silent.find(({ workUnits }) => workUnits.includes(jobOrder.workUnit));
}

/** At most so many pieces have been made that nobody told of. */
export function unreportedPieces({ jobOrder, good, scrap, rework }: TreeOrder): number {
  return Math.max(0, (jobOrder?.plannedQuantity ?? 0) - Math.max(0, good) - scrap - rework);
}

/** Why nobody may work on it, in the planner's words; null: somebody may. */
export function orderHold({ jobOrder }: TreeOrder): string | null {
  if (jobOrder === undefined) return null;
  if (jobOrder.status === "aborted") return jobOrder.statusReason ?? "";
  return jobOrder.hold?.reason ?? jobOrder.blockedBy;
}
