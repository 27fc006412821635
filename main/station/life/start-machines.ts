import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { Station } from "../compose.ts";
import type { MachineFeed } from "../devices/opcua/machine-feed.ts";
import { latestKey } from "../work/memory.ts";
import { endpointOf, type OwnIdentity } from "./endpoint-of.ts";
import { seen } from "./start-devices.ts";

import type { StationLog } from "./station-log.ts";

export interface MachineParts extends OwnIdentity {
  readonly machines: readonly MachineMapping[];
  readonly station: Station;
  readonly signalFolder: string;
  /** A MES wants what the signals come to. */
  readonly keepUnsent: boolean;
  readonly log: StationLog;
}

/** Without a machine its process is started by the first question of the commissioning assistant. */
export async function startMachines(parts: MachineParts): Promise<MachineFeed> {
  const { machines, station, signalFolder, keepUnsent, log } = parts;
  const { startMachineFeed } = await import("../devices/opcua/machine-feed.ts");
  return startMachineFeed(
    { machines: machines.map((machine) => endpointOf(machine, parts)), signalFolder, keepUnsent },
    {
      signals: (machineId, batch) => station.signals.signals(batch, machineId),
      alarms: (machineId, sourceId, notices) => station.signals.alarms(notices, { machineId, sourceId }),
      gap: (machineId, gap) => station.signals.gap(gap, machineId),
      status(machineId, status) {
        const name = machines.find((it) => it.machineId === machineId)?.name ?? machineId;
        seen({ station, log }, status, { machineId, name });
        station.signals.connected(status.state === "ok", machineId);
      },
      link(machineId, link) {
        station.memory.links.set(machineId, link);
        station.changed();
      },
      latest(values) {
        for (const { machineId, signalId, ...value } of values) {
          station.memory.latest.set(latestKey(machineId, signalId), value);
        }
        station.changed();
      },
      log: (level, message) => log[level]({ part: "opcua" }, message),
    },
  );
}
