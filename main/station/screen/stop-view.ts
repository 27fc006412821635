import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Stop } from "../../../shared/domain/stops/stop.ts";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";

const SHOWN = 2;
const MINUTE_MS = 60_000;

/** Stops since the shift began, an open one up to now. */
export function stopsView(
  state: StationState,
  master: MasterData,
  from: { nowUtc: string; shiftStartUtc: string },
): ScreenModel["stops"] {
  const stops = [...state.stop.values()]
    .filter((stop) => (stop.endUtc ?? from.nowUtc) > from.shiftStartUtc)
    .toSorted((left, right) => right.turn - left.turn);
  const rows = stops.map((stop) => ({
    sinceUtc: stop.sinceUtc,
    minutes: minutesIn(stop, from),
    reason: stop.reasonCode === null ? null : (master.reason.get(stop.reasonCode)?.name ?? null),
  }));
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  return { count: rows.length, minutes, last: rows.slice(0, SHOWN) };
}

function minutesIn(stop: Stop, shift: { nowUtc: string; shiftStartUtc: string }): number {
  const startMs = Math.max(Date.parse(stop.sinceUtc), Date.parse(shift.shiftStartUtc));
  return Math.max(0, Math.round((Date.parse(stop.endUtc ?? shift.nowUtc) - startMs) / MINUTE_MS));
}
