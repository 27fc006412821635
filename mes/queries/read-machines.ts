import type { FloorMachine, MachineGap } from "../../shared/protocol/pages.ts";
import { MINUTE_SECONDS } from "../../shared/protocol/signal-messages.ts";
import type { Queries } from "../database/database.ts";
import { listMachines, type MachineRow } from "../repositories/machine-repository.ts";
import { machineSpeed, SPEED_MEANINGS, type SpeedMinute } from "./machine-speed.ts";

/** The machines of each station. */
export type FloorMachines = ReadonlyMap<string, readonly FloorMachine[]>;

/** Long enough for a machine that makes a piece in two minutes, short enough to be "now". */
const SPEED_WINDOW_SECONDS = 10 * MINUTE_SECONDS;
/** The newest minute reaches the MES a little after it has closed. */
const LATE_SECONDS = 2 * MINUTE_SECONDS;

interface MachineKey {
  readonly stationId: string;
  readonly machineId: string;
}

export async function readMachines(db: Queries, nowUtc: string): Promise<FloorMachines> {
  const machines = await listMachines(db);
  const minutes = groupByMachine(await readSpeedMinutes(db, nowUtc));
  const gaps = new Map((await readLastGaps(db)).map((gap) => [keyOf(gap), gap]));
  const ofStations = new Map<string, FloorMachine[]>();
  for (const row of machines) {
    const key = keyOf(row);
    const gap = gaps.get(key);
    const machine = floorMachine(row, { minutes: minutes.get(key) ?? [], gap });
    const others = ofStations.get(row.stationId);
    if (others === undefined) ofStations.set(row.stationId, [machine]);
    else others.push(machine);
  }
  return ofStations;
}

function floorMachine(
  { machineId, name, state, stateSince }: MachineRow,
  { minutes, gap }: { readonly minutes: readonly SpeedMinute[]; readonly gap: GapRow | undefined },
): FloorMachine {
  return {
    machineId,
    name: name ?? machineId,
    state,
    stateSinceUtc: stateSince,
    speed: machineSpeed(minutes),
    lastGap:
      gap === undefined
        ? null
        : {
            fromUtc: utcOf(gap.fromUs),
            toUtc: gap.toUs === null ? null : utcOf(gap.toUs),
            cause: gap.cause,
          },
  };
}

type SpeedRow = SpeedMinute & MachineKey;

async function readSpeedMinutes(db: Queries, nowUtc: string): Promise<readonly SpeedRow[]> {
  const nowSeconds = Math.floor(Date.parse(nowUtc) / 1000);
  return db.query<SpeedRow>(
    `SELECT station_id AS "stationId", machine_id AS "machineId", signal_id AS "signalId", meaning, unit, scale,
       start_seconds AS "startSeconds", count, first, last, integral, covered_seconds AS "coveredSeconds"
     FROM machine_signal JOIN machine_rollup USING (station_id, machine_id, signal_id)
     WHERE meaning = ANY (string_to_array($1, ' ')) AND bucket_seconds = $2 AND start_seconds BETWEEN $3 AND $4
     ORDER BY start_seconds, signal_id`,
    [SPEED_MEANINGS.join(" "), MINUTE_SECONDS, nowSeconds - SPEED_WINDOW_SECONDS - LATE_SECONDS, nowSeconds],
  );
}

interface GapRow extends MachineKey {
  readonly fromUs: number;
  readonly toUs: number | null;
  readonly cause: MachineGap["cause"];
}

/** A gap that lasts is the last one, else the one that began last. Those of the whole station are each machine's. */
async function readLastGaps(db: Queries): Promise<readonly GapRow[]> {
  return db.query<GapRow>(
    `SELECT DISTINCT ON (m.station_id, m.machine_id) m.station_id AS "stationId", m.machine_id AS "machineId",
       g.from_us AS "fromUs", g.to_us AS "toUs", g.cause
     FROM machine m
     CROSS JOIN LATERAL (VALUES (m.machine_id), ('')) AS of_machine (machine_id)
     CROSS JOIN LATERAL (
       SELECT from_us, to_us, cause FROM machine_gap
       WHERE station_id = m.station_id AND machine_id = of_machine.machine_id
       ORDER BY to_us IS NULL DESC, from_us DESC LIMIT 1) g
     ORDER BY m.station_id, m.machine_id, g.to_us IS NULL DESC, g.from_us DESC`,
  );
}

function groupByMachine(rows: readonly SpeedRow[]): ReadonlyMap<string, readonly SpeedMinute[]> {
  return Map.groupBy(rows, keyOf);
}

function keyOf({ stationId, machineId }: MachineKey): string {
  return JSON.stringify([stationId, machineId]);
}

function utcOf(us: number): string {
  return new Date(us / 1000).toISOString();
}
