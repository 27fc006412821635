import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Stop } from "../../../shared/domain/stops/stop.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { CurrentStopView } from "../../../shared/screen/current-stop-view.ts";
import { agedUtc } from "./aged-utc.ts";
import { likelyReasons } from "./likely-reasons.ts";

const SHOWN_CAUSES = 3;

/** The stop that goes on, with what was active around its beginning and the reasons it most likely has. */
export function currentStopView(
  { state, master, at }: { state: StationState; master: MasterData; at: Instant },
  stop: Stop,
  microStopMs: number,
): CurrentStopView {
  const isLong = durationBetween(stop.since, at).ms > microStopMs;
  return {
    stopId: stop.stopId,
    sinceUtc: agedUtc(stop.since, at),
    isNoData: stop.cause === "no-data",
    causes: stop.causes
      .filter(({ kind }) => kind === "alarm")
      .slice(0, SHOWN_CAUSES)
      .map(({ name, text }) => ({ name, text })),
    reason: stop.reasonCode === null ? null : (master.reason.get(stop.reasonCode)?.name ?? null),
    asksReason: isLong && stop.reasonCode === null && stop.jobOrderId !== null,
    likely: likelyReasons(stop, [...state.stop.values()], master),
  };
}
