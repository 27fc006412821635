import type { MachineState } from "../../shared/domain/machines/machine-state.ts";
import type { FloorPage, FloorTile } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";
import type { Presence } from "../live/presence.ts";
import { listOpenAttention } from "../repositories/attention-repository.ts";
import { readIdentity } from "../repositories/identity-repository.ts";
import { type Names, readNames } from "./names.ts";
import { type FloorMachines, readMachines } from "./read-machines.ts";
import { AT_WORK, type OrderAtWork, readOrdersAtWork } from "./read-orders-at-work.ts";
import { readShift } from "./read-shift.ts";

const MOST_ATTENTION = 100;

interface StationStateRow {
  readonly stationId: string;
  readonly workUnit: string;
  readonly machineName: string;
  readonly machineState: MachineState | null;
  readonly machineStateSince: string | null;
  readonly lastEventUtc: string | null;
  readonly lastContactAt: string | null;
  readonly jobOrderId: string | null;
  readonly orderState: FloorTile["orderState"];
  readonly pauseReason: string | null;
}

/** The floor as it is now: one tile per station in its fixed place, and who is needed where. */
export async function readFloor(db: Queries, presence: Presence, nowUtc: string): Promise<FloorPage> {
  const orders = await readOrdersAtWork(db);
  const names = await readNames(db);
  const byId = new Map(orders.map((order) => [order.jobOrderId, order]));
  const stations = await readStations(db);
  const machines = await readMachines(db, nowUtc);
  return {
    asOfUtc: nowUtc,
    plantName: (await readIdentity(db))?.plantName ?? "",
    shift: await readShift(db, nowUtc),
    tiles: stations.map((row) =>
      tile(row, { order: byId.get(row.jobOrderId ?? ""), names, presence, machines }),
    ),
    attention: [...(await listOpenAttention(db, MOST_ATTENTION))],
    goodTotal: orders.reduce((sum, order) => sum + order.good, 0),
  };
}

/** The order shown is the one at work here, else the one interrupted last. */
async function readStations(db: Queries): Promise<readonly StationStateRow[]> {
  return db.query<StationStateRow>(
    `SELECT s.station_id AS "stationId", s.work_unit AS "workUnit", s.machine_name AS "machineName",
       s.machine_state AS "machineState", s.machine_state_since AS "machineStateSince",
       s.last_event_utc AS "lastEventUtc", s.last_contact_at AS "lastContactAt",
       o.job_order_id AS "jobOrderId", o.state AS "orderState", o.pause_reason AS "pauseReason"
     FROM station s
     LEFT JOIN LATERAL (
       SELECT job_order_id, state, pause_reason FROM station_order
       WHERE station_id = s.station_id AND ${AT_WORK}
       ORDER BY state IN ('setting-up', 'running') DESC, since_utc DESC LIMIT 1) o ON true
     ORDER BY s.rank, s.station_id`,
  );
}

interface TileContext {
  readonly order: OrderAtWork | undefined;
  readonly names: Names;
  readonly presence: Presence;
  readonly machines: FloorMachines;
}

function tile(row: StationStateRow, { order, names, presence, machines }: TileContext): FloorTile {
  return {
    stationId: row.stationId,
    workUnit: row.workUnit,
    machineName: row.machineName,
    machineState: row.machineState,
    stateSinceUtc: row.machineStateSince,
    orderState: row.orderState,
    pauseReason: row.pauseReason === null ? null : names.reason(row.pauseReason),
    jobOrderId: row.jobOrderId,
    itemName: order?.itemName ?? null,
    good: order?.good ?? 0,
    scrap: order?.scrap ?? 0,
    plannedQuantity: order?.plannedQuantity ?? null,
    lastContactUtc: presence.lastContactUtc(row.stationId) ?? row.lastContactAt,
    online: presence.isOnline(row.stationId),
    lastEventUtc: row.lastEventUtc,
    machines: [...(machines.get(row.stationId) ?? [])],
  };
}
