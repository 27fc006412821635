import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Stop } from "../../../shared/domain/stops/stop.ts";
import { byTurn } from "../../../shared/domain/turn.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { CurrentStopView, ReasonTile } from "../../../shared/screen/screen-model.ts";

const SHOWN_CAUSES = 3;
const LIKELY = 3;

/** The stop that goes on, with what was active around its beginning and the reasons it most likely has. */
export function currentStopView(
  { state, master, at }: { state: StationState; master: MasterData; at: Instant },
  stop: Stop,
  microStopMs: number,
): CurrentStopView {
  const isLong = durationBetween(stop.since, at).ms > microStopMs;
  return {
    stopId: stop.stopId,
    sinceUtc: stop.sinceUtc,
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

/**
 * Reasons people gave before on this machine: first those with the same alarm, then the most frequent, then the
 * catalogue's own order. They do not change while the stop goes on, so no key moves under a finger.
 */
function likelyReasons(stop: Stop, stops: readonly Stop[], master: MasterData): readonly ReasonTile[] {
  const alarms = new Set(stop.causes.filter(({ kind }) => kind === "alarm").map(({ signalId }) => signalId));
  const earlier = stops.filter(
    (other) => other.machineId === stop.machineId && other.turn < stop.turn && other.reasonCode !== null,
  );
  const weight = new Map<string, number>();
  for (const other of earlier.toSorted(byTurn)) {
    const isAlike = other.causes.some(({ signalId }) => alarms.has(signalId));
    const code = other.reasonCode ?? "";
    weight.set(code, (weight.get(code) ?? 0) + (isAlike ? 1_000 : 1));
  }
  return [...master.reason.values()]
    .filter(({ kind }) => kind === "pause")
    .toSorted((left, right) => left.rank - right.rank)
    .toSorted((left, right) => (weight.get(right.reasonCode) ?? 0) - (weight.get(left.reasonCode) ?? 0))
    .slice(0, LIKELY)
    .map(({ reasonCode, name }) => ({ reasonCode, name }));
}
