import type { Station } from "../compose.ts";
import type { StationConfig } from "../config/station-config.ts";
import type { DeviceStatus } from "../devices/device-events.ts";
import type { StationLog } from "./station-log.ts";

export interface RunningDevices {
  stop(): Promise<void>;
}

interface DeviceParts {
  readonly config: StationConfig;
  readonly station: Station;
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

/** A device has changed its state: for the log and for the screen. */
export function seen(
  { station, log }: Pick<DeviceParts, "station" | "log">,
  { device, state, detail }: DeviceStatus,
  machine: { readonly machineId: string; readonly name: string } | null = null,
): void {
  log.info({ device, ...machine, state, detail }, "Device");
  station.memory.devices.set(machine?.machineId ?? device, {
    device,
    name: machine?.name ?? null,
    state,
    detail,
  });
  station.changed();
}

async function startScannerOf({ config, station, log }: DeviceParts): Promise<RunningDevices | undefined> {
  if (config.scanner === null) return undefined;
  const { startScanner } = await import("../devices/serial/scanner.ts");
  return startScanner(config.scanner, {
    scan: (raw) => void station.scans.scan(raw, "scanner"),
    status: (status) => seen({ station, log }, status),
  });
}

async function startGaugeOf({ config, station, log }: DeviceParts): Promise<RunningDevices | undefined> {
  if (config.gauge === null) return undefined;
  const { startGauge } = await import("../devices/serial/gauge.ts");
  return startGauge(config.gauge, {
    reading: ({ text, unit }) => station.gauge.reading(text, unit),
    rejected: ({ raw, why }) => station.gauge.unusable(raw, why),
    status: (status) => seen({ station, log }, status),
  });
}
