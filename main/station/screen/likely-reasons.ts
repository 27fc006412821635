import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { Stop } from "../../../shared/domain/stops/stop.ts";
import type { LikelyReason, ReasonEvidence } from "../../../shared/screen/current-stop-view.ts";

const SHOWN = 3;

/** One time under the same alarm outweighs any number of other stops. */
const SAME_ALARM = 1_000;

/**
 * Reasons people gave before on this machine: first those with the same alarm, then the most frequent, then the
 * catalogue's own order. They do not change while the stop goes on, so no key moves under a finger.
 */
export function likelyReasons(
  stop: Stop,
  stops: readonly Stop[],
  master: Pick<MasterData, "reason">,
): readonly LikelyReason[] {
  const earlier = stops.filter(
    (other) => other.machineId === stop.machineId && other.turn < stop.turn && other.reasonCode !== null,
  );
  const alike = earlier.filter((other) => sharesAlarm(other, stop));
  const weight = (code: string) => timesOf(alike, code) * SAME_ALARM + timesOf(earlier, code);
  return [...master.reason.values()]
    .filter(({ kind }) => kind === "pause")
    .toSorted((left, right) => left.rank - right.rank)
    .toSorted((left, right) => weight(right.reasonCode) - weight(left.reasonCode))
    .slice(0, SHOWN)
    .map(({ reasonCode, name }) => ({ reasonCode, name, evidence: evidenceFor(reasonCode, alike, earlier) }));
}

function sharesAlarm(other: Stop, stop: Stop): boolean {
  return stop.causes.some(
    ({ kind, signalId }) => kind === "alarm" && other.causes.some((cause) => cause.signalId === signalId),
  );
}

function evidenceFor(code: string, alike: readonly Stop[], earlier: readonly Stop[]): ReasonEvidence | null {
  const underAlarm = timesOf(alike, code);
  if (underAlarm > 0) return { basis: "same-alarm", times: underAlarm, of: alike.length };
  const times = timesOf(earlier, code);
  return times === 0 ? null : { basis: "all-stops", times, of: earlier.length };
}

function timesOf(stops: readonly Stop[], code: string): number {
  return stops.filter(({ reasonCode }) => reasonCode === code).length;
}
