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
  const alarms = new Set(stop.causes.filter(({ kind }) => kind === "alarm").map(({ signalId }) => signalId));
  const sharesAlarm = ({ causes }: Stop) => causes.some(({ signalId }) => alarms.has(signalId));
  const [alike, all] = [tallyOf(earlier.filter(sharesAlarm)), tallyOf(earlier)];
  const weight = (code: string) => timesIn(alike, code) * SAME_ALARM + timesIn(all, code);
  return [...master.reason.values()]
    .filter(({ kind }) => kind === "pause")
    .toSorted((left, right) => left.rank - right.rank)
    .toSorted((left, right) => weight(right.reasonCode) - weight(left.reasonCode))
    .slice(0, SHOWN)
    .map(({ reasonCode, name }) => ({ reasonCode, name, evidence: evidenceFor(reasonCode, alike, all) }));
}

/** How often each reason was given. */
interface Tally {
  readonly of: number;
  readonly byCode: ReadonlyMap<string | null, readonly Stop[]>;
}

function tallyOf(stops: readonly Stop[]): Tally {
  return { of: stops.length, byCode: Map.groupBy(stops, ({ reasonCode }) => reasonCode) };
}

function timesIn({ byCode }: Tally, code: string): number {
  return byCode.get(code)?.length ?? 0;
}

function evidenceFor(code: string, alike: Tally, all: Tally): ReasonEvidence | null {
  const underAlarm = timesIn(alike, code);
  if (underAlarm > 0) return { basis: "same-alarm", times: underAlarm, of: alike.of };
  const times = timesIn(all, code);
  return times === 0 ? null : { basis: "all-stops", times, of: all.of };
}
