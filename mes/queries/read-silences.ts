import type { MachineState } from "../../shared/domain/machines/machine-state.ts";
import type { Silence } from "../../shared/domain/orders/order-forecast.ts";
import type { Queries } from "../database/database.ts";
import type { Presence } from "../live/presence.ts";
import type { OrderFacts } from "./order-facts.ts";

/** A stop or a cut of a few minutes is part of the pace; a longer one has an end that nobody knows. */
const LASTING_MS = 5 * 60_000;

interface StationRow {
  readonly stationId: string;
  readonly state: MachineState | null;
  readonly stateSince: string | null;
  readonly lastContactAt: string | null;
}

/** What, for long, lets nobody tell how the stations of an order go on; null: one of them works, or counts without a machine. */
export type SilenceOf = (order: OrderFacts) => Silence | null;

export async function readSilences(db: Queries, presence: Presence, nowMs: number): Promise<SilenceOf> {
  const rows = await db.query<StationRow>(
    `SELECT station_id AS "stationId", machine_state AS state, machine_state_since AS "stateSince",
       last_contact_at AS "lastContactAt"
     FROM station`,
  );
  const stations = new Map(rows.map((row) => [row.stationId, row]));
  return (order) => {
    const silences = order.stationIds.map((id) => {
      const row = stations.get(id);
      return row === undefined ? null : silenceOf(row, { order, presence, nowMs });
    });
    return silences.every((silence) => silence !== null) ? (silences[0] ?? null) : null;
  };
}

interface SilenceContext {
  readonly order: OrderFacts;
  readonly presence: Presence;
  readonly nowMs: number;
}

function silenceOf(row: StationRow, { order, presence, nowMs }: SilenceContext): Silence | null {
  const lastContactUtc = presence.lastContactUtc(row.stationId) ?? row.lastContactAt;
  const contactMs = lastContactUtc === null ? null : Date.parse(lastContactUtc);
  if (!presence.isOnline(row.stationId) && (contactMs === null || nowMs - contactMs > LASTING_MS))
    return { why: "offline", sinceMs: contactMs };
  if (order.sums.countAuthority !== "machine" || order.state !== "running") return null;
  const why = machineSilence(row.state);
  const sinceMs = row.stateSince === null ? null : Date.parse(row.stateSince);
  return why !== null && sinceMs !== null && nowMs - sinceMs > LASTING_MS ? { why, sinceMs } : null;
}

function machineSilence(state: MachineState | null): "no-signal" | "machine-stopped" | null {
  switch (state) {
    case "no-data":
      return "no-signal";
    case "stopped":
    case "fault":
      return "machine-stopped";
    case "running":
    case "idle":
    case "set-up":
    case "no-shift":
    case null:
      return null;
  }
}
