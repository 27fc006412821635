import { hostname } from "node:os";
import type { Station } from "../compose.ts";
import { PART_COUNT_SIGNAL, STATE_SIGNAL } from "../config/mapping-of-config.ts";
import type { StationSecrets } from "../config/read-secrets.ts";
import type { StationConfig } from "../config/station-config.ts";
import type { DeviceStatus } from "../devices/device-events.ts";
import type { MachineEndpoint, WatchedSignal } from "../devices/opcua/machine-endpoint.ts";
import type { StationLog } from "./station-log.ts";

export interface RunningDevices {
  stop(): Promise<void>;
}

interface DeviceParts {
  readonly config: StationConfig;
  readonly secrets: StationSecrets;
  readonly station: Station;
  readonly pkiDir: string;
  readonly log: StationLog;
}

/**
 * Starts the serial devices the configuration names: what a person at the panel reaches for first. As with the machine,
 * the driver is loaded only when it is needed, and a device finds its own way back when it is unplugged.
 */
export async function startSerialDevices(parts: DeviceParts): Promise<RunningDevices> {
  const running = await Promise.all([startScannerOf(parts), startGaugeOf(parts)]);
  return {
    async stop() {
      await Promise.all(running.map(async (device) => device?.stop()));
    },
  };
}

function seen(station: Station, log: StationLog, status: DeviceStatus): void {
  const { device, state, detail } = status;
  log.info({ device, state, detail }, "Device");
  station.memory.devices.set(device, { device, state, detail });
  station.changed();
}

/** So many unread values the machine must be able to keep while the way to it is cut. */
const QUEUE_SIZE = 100;
/** The one machine of station.json. */
const MACHINE_ID = "machine";

/** @returns undefined when no machine is configured */
export async function startMachine(parts: DeviceParts): Promise<RunningDevices | undefined> {
  const { config, station, pkiDir, log } = parts;
  const password = parts.secrets.machinePassword;
  if (config.machine === null) return undefined;
  const { startMachineFeed } = await import("../devices/opcua/machine-feed.ts");
  const { namespaceUri, samplingMs, user, ...machine } = config.machine;
  const signal = (signalId: string, node: string): WatchedSignal => ({
    signalId,
    node: node.startsWith("nsu=") ? node : `nsu=${namespaceUri};${node}`,
    samplingMs,
    queueSize: QUEUE_SIZE,
  });
  const endpoint: MachineEndpoint = {
    machineId: MACHINE_ID,
    endpointUrl: machine.endpointUrl,
    namespaceUri,
    securityMode: machine.securityMode,
    securityPolicy: machine.securityPolicy,
    pkiDir,
    applicationUri: `urn:${hostname()}:takt:${config.stationId}`,
    signals: [signal(PART_COUNT_SIGNAL, machine.partCountNode), signal(STATE_SIGNAL, machine.stateNode)],
    ...(user === undefined ? {} : { user }),
    ...(password === null ? {} : { password }),
  };
  return startMachineFeed(
    { machines: [endpoint], signalFile: null },
    {
      signals: (_machineId, batch) => station.signals.signals(batch),
      gap: (_machineId, gap) => station.signals.gap(gap),
      status(_machineId, status) {
        seen(station, log, status);
        station.signals.connected(status.state === "ok");
      },
      latest: () => undefined,
      log: (level, message) => log[level]({ part: "opcua" }, message),
    },
  );
}

async function startScannerOf({ config, station, log }: DeviceParts): Promise<RunningDevices | undefined> {
  if (config.scanner === null) return undefined;
  const { startScanner } = await import("../devices/serial/scanner.ts");
  return startScanner(config.scanner, {
    scan: (raw) => void station.scans.scan(raw, "scanner"),
    status: (status) => seen(station, log, status),
  });
}

async function startGaugeOf({ config, station, log }: DeviceParts): Promise<RunningDevices | undefined> {
  if (config.gauge === null) return undefined;
  const { startGauge } = await import("../devices/serial/gauge.ts");
  return startGauge(config.gauge, {
    reading: ({ text, unit }) => station.gauge.reading(text, unit),
    rejected: ({ raw, why }) => station.gauge.unusable(raw, why),
    status: (status) => seen(station, log, status),
  });
}
