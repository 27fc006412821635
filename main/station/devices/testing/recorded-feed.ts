import type { AlarmNotice } from "../../../../shared/domain/machines/alarms/alarm-notice.ts";
import type { MachineLinkView } from "../../../../shared/screen/machine-link-view.ts";
import { COLLECTOR_PROGRAM } from "../../testing/station-programs.ts";
import type { DeviceStatus, Signal, SignalGap } from "../device-events.ts";
import type { MachineEndpoint } from "../opcua/machine-endpoint.ts";
import { type MachineFeed, startMachineFeed } from "../opcua/machine-feed.ts";
import { machineEndpoint } from "./machine-endpoint.ts";
import { COUNTER, LOAD, NAMESPACE, type ScriptedMachine } from "./scripted-machine.ts";

/** A feed that keeps all it was told. */
export interface RecordedFeed extends MachineFeed {
  readonly signals: readonly Signal[];
  readonly alarms: readonly AlarmNotice[];
  readonly gaps: readonly SignalGap[];
  readonly statuses: readonly DeviceStatus[];
  readonly links: readonly MachineLinkView[];
  readonly log: readonly string[];
  /** Values of one signal in the order they came. */
  valuesOf(signalId: string): Signal["value"][];
  isOk(): boolean;
}

export function recordFeed(
  machine: ScriptedMachine,
  pkiDir: string,
  changes: Partial<MachineEndpoint> = {},
): RecordedFeed {
  const signals: Signal[] = [];
  const alarms: AlarmNotice[] = [];
  const gaps: SignalGap[] = [];
  const statuses: DeviceStatus[] = [];
  const links: MachineLinkView[] = [];
  const log: string[] = [];
  const collection = { machines: [endpointOf(machine, pkiDir, changes)], signalFolder: null };
  const feed = startMachineFeed(
    collection,
    {
      signals: (_machineId, batch) => void signals.push(...batch),
      alarms: (_machineId, _sourceId, notices) => void alarms.push(...notices),
      gap: (_machineId, gap) => void gaps.push(gap),
      status: (_machineId, status) => void statuses.push(status),
      link: (_machineId, link) => void links.push(link),
      latest: () => undefined,
      log: (level, message) => void log.push(`${level}: ${message}`),
    },
    COLLECTOR_PROGRAM,
  );
  return {
    ...feed,
    signals,
    alarms,
    gaps,
    statuses,
    links,
    log,
    valuesOf: (signalId) => signals.filter((it) => it.signalId === signalId).map(({ value }) => value),
    isOk: () => statuses.at(-1)?.state === "ok",
  };
}

function endpointOf(
  machine: ScriptedMachine,
  pkiDir: string,
  changes: Partial<MachineEndpoint>,
): MachineEndpoint {
  return machineEndpoint({
    machineId: "machine",
    endpointUrl: machine.endpointUrl,
    namespaceUri: NAMESPACE,
    signals: [
      { signalId: "count", node: `nsu=${NAMESPACE};s=${COUNTER}`, samplingMs: 0, queueSize: 5_000 },
      { signalId: "load", browsePath: ["Machine", LOAD], samplingMs: 100, queueSize: 10 },
    ],
    pkiDir,
    ...changes,
  });
}
