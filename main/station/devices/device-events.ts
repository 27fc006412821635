/** One value of a machine, as it came: nothing is filtered, rounded or judged here. */
export interface Signal {
  readonly signalId: string;
  /** null when the machine sent none or one that no signal can hold (an array, a structure, NaN). */
  readonly value: number | boolean | string | null;
  /** OPC UA StatusCode, unsigned 32 bit; 0 is Good. Anything but Good must not be counted. */
  readonly statusCode: number;
  /** The machine's own time, kept as given even when its clock is wrong. ISO 8601 UTC. */
  readonly sourceUtc: string | null;
  readonly serverUtc: string | null;
  /** Monotonic nanoseconds of this computer at arrival, decimal text; the only time to subtract. */
  readonly arrivedMonoNs: string;
}

/**
 * Why values are missing. connection-lost: the cut was longer than the machine's queue could bridge;
 * session-lost: the machine forgot us (restart, time-out); collector-restarted: our own OPC UA process ended;
 * queue-overflow: the machine said that it dropped values.
 */
export type GapCause = "connection-lost" | "session-lost" | "collector-restarted" | "queue-overflow";

/** A time in which values may be missing, by the station's wall clock: last word of the machine to first value after. */
export interface SignalGap {
  readonly fromUtc: string;
  readonly toUtc: string;
  readonly cause: GapCause;
}

export type DeviceName = "machine" | "scanner" | "gauge";

export interface DeviceStatus {
  readonly device: DeviceName;
  /** off: not configured or stopped on purpose. */
  readonly state: "ok" | "connecting" | "lost" | "off";
  /** Plain words: what is the matter and what to look at. */
  readonly detail: string;
  /** When this state began. */
  readonly sinceUtc: string;
  /** Where the device is: a serial path or an endpoint address. */
  readonly path: string;
}

export type LogLevel = "debug" | "info" | "warn" | "error";

/** Where a driver writes what only a technician reads. */
export type DeviceLog = (level: LogLevel, message: string) => void;
