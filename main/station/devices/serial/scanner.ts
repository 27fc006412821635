import type { DeviceStatus } from "../device-events.ts";
import { decodeScan } from "./decode-scan.ts";
import type { FramingOptions } from "./frame-lines.ts";
import { type RunningDevice, startLineDevice } from "./line-device.ts";
import type { SerialLineOptions } from "./serial-port.ts";

export interface ScannerHandlers {
  /** One code as read, without its line end; control characters such as GS included. */
  scan(raw: string): void;
  status(status: DeviceStatus): void;
}

/** A barcode scanner on a serial (or USB-CDC) port. */
export function startScanner(
  options: SerialLineOptions & FramingOptions,
  handlers: ScannerHandlers,
): RunningDevice {
  return startLineDevice("scanner", options, {
    line: (frame) => handlers.scan(decodeScan(frame)),
    status: (status) => handlers.status(status),
  });
}
