import type { AlarmList } from "../../../shared/domain/machines/alarms/alarm-list.ts";
import type { ValueAlarm } from "../../../shared/domain/machines/alarms/value-alarms.ts";
import type { WorkPlace } from "../../../shared/domain/orders/work-place.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import type { MachineLinkView } from "../../../shared/screen/machine-link-view.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import type { LabelJob } from "./label-job.ts";

export interface DeviceState {
  /** Of a machine, as people say it. */
  readonly name: string | null;
  readonly device: "machine" | "scanner" | "gauge";
  readonly state: "ok" | "connecting" | "lost" | "off";
  readonly detail: string;
}

/** What the station knows but need not survive a restart: no booking depends on any of it. */
export interface StationMemory {
  lastScan: ScanView | null;
  /** Text and monotonic time of the last scan and the verdict it was given, for the repeat window. */
  lastRead: { readonly raw: string; readonly atMs: number; readonly view: ScanView } | null;
  /** Verdicts of the last scans by intent: a scan sent again is answered with its own, not judged anew. */
  scanAnswers: Map<string, ScanView>;
  /** Which of its places the terminal shows; null: the first. Gauge readings and lots are for it. */
  place: WorkPlace | null;
  /** Check that a gauge reading belongs to. */
  openCheck: string | null;
  /** The scanner and the gauge by these words, machines by their id. */
  devices: Map<string, DeviceState>;
  /** Newest values by machine and signal, see `latestKey`. */
  latest: Map<string, LatestSignal>;
  /** How the connection to each machine is, by machine. */
  links: Map<string, MachineLinkView>;
  /** What was heard of each machine, by machine. */
  machines: ReadonlyMap<string, HeardMachine>;
  /** The unit whose label was scanned last; null: none since a unit was closed. */
  shownUnit: string | null;
  /** What became of the newest label of each unit, in this run. */
  labels: Map<string, LabelJob>;
  /** The disk was full; bookings are refused until the reserve can be held again. */
  storageFull: boolean;
  /** Where recent events stand, to tell when the MES has them, and how old they are for undo. */
  recent: Map<string, { readonly epoch: string; readonly seq: number; readonly atMs: number }>;
}

/** Last good value of a machine, and its alarms. */
export interface HeardMachine {
  readonly lastValueAt: Instant | null;
  /** Told by events. */
  readonly alarms: AlarmList;
  /** Those that are values. */
  readonly valueAlarms: readonly ValueAlarm[];
}

/** The newest value of a signal, whatever its quality. */
export interface LatestSignal {
  readonly value: number | string;
  readonly statusCode: number;
  /** Microseconds since 1970 by the machine's clock where it gives a time. */
  readonly atUs: number;
}

export function latestKey(machineId: string, signalId: string): string {
  return `${machineId}/${signalId}`;
}

export function freshMemory(): StationMemory {
  return {
    lastScan: null,
    lastRead: null,
    scanAnswers: new Map(),
    place: null,
    openCheck: null,
    devices: new Map(),
    latest: new Map(),
    links: new Map(),
    machines: new Map(),
    shownUnit: null,
    labels: new Map(),
    storageFull: false,
    recent: new Map(),
  };
}
