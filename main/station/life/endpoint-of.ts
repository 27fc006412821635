import { hostname } from "node:os";
import type { MachineMapping, SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { StationSecrets } from "../config/read-secrets.ts";
import type { MachineEndpoint, WatchedSignal } from "../devices/opcua/machine-endpoint.ts";

export interface OwnIdentity {
  readonly stationId: string;
  readonly pkiDir: string;
  readonly secrets: StationSecrets;
}

/** How to reach a machine and what to hear of it, from its mapping. */
export function endpointOf(
  { machineId, endpointUrl, security, signals, alarmSources }: Omit<MachineMapping, "rules">,
  { stationId, pkiDir, secrets }: OwnIdentity,
): MachineEndpoint {
  const password = secrets.machinePasswords.get(machineId);
  return {
    machineId,
    endpointUrl,
    namespaceUri: "", // every node of a mapping names its own
    signals: signals.map(watched),
    alarmSources,
    securityMode: security.mode,
    securityPolicy: security.policy,
    identity: security.identity,
    isAnyHost: security.anyHost === true,
    pkiDir,
    applicationUri: `urn:${hostname()}:takt:${stationId}`,
    ...(security.identity !== "user" || security.user === undefined ? {} : { user: security.user }),
    ...(password === undefined ? {} : { password }),
  };
}

/** What decides about production and stops; everything else is stored, and people see its newest value. */
const TOLD: ReadonlySet<SignalMapping["meaning"]> = new Set([
  "state",
  "mode",
  "count-total",
  "count-good",
  "count-scrap",
  "tool-life",
  "alarm",
]);

function watched({ signalId, node, field, meaning, ...signal }: SignalMapping): WatchedSignal {
  const { samplingMs, queueSize, discard, reduction } = signal;
  return {
    signalId,
    node,
    ...(field === undefined ? {} : { field }),
    samplingMs,
    queueSize,
    discard,
    isTold: TOLD.has(meaning),
    ...(reduction === undefined ? {} : { tolerance: reduction.tolerance }),
  };
}
