import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Stop } from "../../../shared/domain/stops/stop.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { ScreenModel, StopRow } from "../../../shared/screen/screen-model.ts";
import { agedUtc } from "./aged-utc.ts";

const SHOWN = 6;
const MINUTE_MS = 60_000;

interface Shift {
  readonly at: Instant;
  readonly shiftStartUtc: string;
  /** Longest stop of a machine that nobody is asked about, while it is not over yet. */
  readonly microStopMs: (machineId: string) => number;
}

/** Stops since the shift began, an open one up to now; micro-stops are only a number. */
export function stopsView(state: StationState, master: MasterData, from: Shift): ScreenModel["stops"] {
  const stops = [...state.stop.values()]
    .filter((stop) => (stop.endUtc ?? from.at.atUtc) > from.shiftStartUtc)
    .toSorted((left, right) => right.turn - left.turn);
  const rows = stops.filter((stop) => !isShort(stop, from)).map((stop) => rowOf(stop, master, from));
  const known = rows.filter(({ isNoData }) => !isNoData);
  return {
    count: rows.length,
    minutes: known.reduce((sum, row) => sum + row.minutes, 0),
    noDataMinutes: rows.reduce((sum, row) => sum + (row.isNoData ? row.minutes : 0), 0),
    microStops: stops.filter(({ isMicro }) => isMicro).length,
    unnamed: rows.filter(({ reason, canName }) => reason === null && canName).length,
    last: rows.slice(0, SHOWN),
  };
}

/** An open stop of a machine is none to show yet while it may still become a micro-stop. */
function isShort(stop: Stop, { at, microStopMs }: Shift): boolean {
  if (stop.isMicro) return true;
  if (stop.endUtc !== null || stop.machineId === null || stop.cause === "no-data") return false;
  return durationBetween(stop.since, at).ms <= microStopMs(stop.machineId);
}

function rowOf(stop: Stop, master: MasterData, shift: Shift): StopRow {
  return {
    stopId: stop.stopId,
    sinceUtc: stop.endUtc === null ? agedUtc(stop.since, shift.at) : stop.sinceUtc,
    minutes: minutesIn(stop, shift),
    reason: stop.reasonCode === null ? null : (master.reason.get(stop.reasonCode)?.name ?? null),
    isOpen: stop.endUtc === null,
    isNoData: stop.cause === "no-data",
    canName: stop.machineId !== null && stop.jobOrderId !== null,
    causes: stop.causes.filter(({ kind }) => kind === "alarm").map(({ name, text }) => ({ name, text })),
  };
}

function minutesIn(stop: Stop, shift: Shift): number {
  const sinceMs = Date.parse(stop.endUtc === null ? agedUtc(stop.since, shift.at) : stop.sinceUtc);
  const startMs = Math.max(sinceMs, Date.parse(shift.shiftStartUtc));
  const wallMs = Date.parse(stop.endUtc ?? shift.at.atUtc) - startMs;
  const isWhole = startMs === sinceMs;
  const ms = isWhole && stop.durationMs !== null ? stop.durationMs : wallMs;
  return Math.max(0, Math.round(ms / MINUTE_MS));
}
