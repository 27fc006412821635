import { type PastAlarm, withAcknowledgements } from "../../../shared/domain/machines/alarms/past-alarms.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { PastAlarmView } from "../../../shared/screen/alarm-facts.ts";

interface About {
  readonly machineId: string;
  readonly state: StationState;
  readonly master: MasterData;
}

/** Those that are over, with who had seen them. */
export function pastAlarmViews(
  alarms: readonly PastAlarm[],
  { machineId, state, master }: About,
): readonly PastAlarmView[] {
  if (alarms.length === 0) return [];
  const own = [...state.acknowledgement.values()].filter((one) => one.machineId === machineId);
  return withAcknowledgements(alarms, own).flatMap(({ toMs, seen, ...alarm }) => {
    if (toMs === null) return [];
    const personName = master.person.get(seen?.personId ?? "")?.name ?? null;
    return [{ ...alarm, toMs, seen: seen === null ? null : { personName, atUtc: seen.atUtc } }];
  });
}
