import type { DeviceName, DeviceStatus } from "../device-events.ts";
import { StatusKeeper } from "../device-status.ts";
import { Allowance } from "./allowance.ts";
import { type FramingOptions, LineFramer } from "./frame-lines.ts";
import { openSerialLine, type SerialLineOptions } from "./serial-port.ts";

const LIMITS = { burst: 20, perSecond: 10 };

export interface LineDeviceHandlers {
  line(frame: Uint8Array): void;
  status(status: DeviceStatus): void;
}

export interface RunningDevice {
  stop(): Promise<void>;
}

/** A serial device that sends lines: opens it, finds it again, cuts its bytes into frames and says how it is. */
export function startLineDevice(
  name: DeviceName,
  options: SerialLineOptions & FramingOptions,
  handlers: LineDeviceHandlers,
): RunningDevice {
  const status = new StatusKeeper({ name, path: options.path }, (it) => handlers.status(it));
  const framer = new LineFramer(options);
  const allowance = new Allowance(LIMITS, performance.now());
  status.set("connecting", `Opening ${options.path}`);
  const line = openSerialLine(options, {
    opened: () => status.set("ok", ""),
    lost: (why) => {
      framer.reset();
      status.set("lost", why);
    },
    bytes: (chunk) => {
      const { frames, discardedBytes } = framer.push(chunk);
      for (const frame of frames) {
        if (allowance.take(performance.now())) handlers.line(frame);
        else status.set("ok", `The ${name} sends faster than anyone can use it; part of it is ignored`);
      }
      if (discardedBytes > 0)
        status.set("ok", `The ${name} sends unreadable data: compare baud rate and line end`);
      else if (frames.length > 0) status.set("ok", "");
    },
  });
  return {
    stop: async () => {
      await line.close();
      status.set("off", "Stopped");
    },
  };
}
