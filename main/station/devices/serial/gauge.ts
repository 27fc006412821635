import type { DeviceStatus } from "../device-events.ts";
import { decodeScan } from "./decode-scan.ts";
import type { FramingOptions } from "./frame-lines.ts";
import { type RunningDevice, startLineDevice } from "./line-device.ts";
import { type GaugeValue, parseGaugeLine } from "./parse-gauge-line.ts";
import type { SerialLineOptions } from "./serial-port.ts";

export interface GaugeReading extends GaugeValue {
  /** Always true: what a gauge calls unstable is rejected before. */
  readonly stable: true;
  /** Monotonic nanoseconds at arrival, decimal text. */
  readonly arrivedMonoNs: string;
}

export interface GaugeHandlers {
  reading(reading: GaugeReading): void;
  /** A line that is no usable value, with the reason in plain words. */
  rejected(line: { readonly raw: string; readonly why: string }): void;
  status(status: DeviceStatus): void;
}

/** A gauge or scale that sends a value per press of its key. */
export function startGauge(
  options: SerialLineOptions & FramingOptions,
  handlers: GaugeHandlers,
): RunningDevice {
  return startLineDevice("gauge", options, {
    line: (frame) => {
      const raw = decodeScan(frame);
      const parsed = parseGaugeLine(raw);
      if (!parsed.ok) return handlers.rejected({ raw, why: parsed.refusal });
      handlers.reading({ ...parsed.value, stable: true, arrivedMonoNs: String(process.hrtime.bigint()) });
    },
    status: (status) => handlers.status(status),
  });
}
