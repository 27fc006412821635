import type { ScanView } from "../../../shared/screen/screen-model.ts";

export interface DeviceState {
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
  /** Check that a gauge reading belongs to. */
  openCheck: string | null;
  devices: Map<DeviceState["device"], DeviceState>;
  /** Last good value of each machine, by machine. */
  machines: ReadonlyMap<string, { readonly lastValueUtc: string | null }>;
  /** The disk was full; bookings are refused until the reserve can be held again. */
  storageFull: boolean;
  /** Where recent events stand, to tell when the MES has them, and how old they are for undo. */
  recent: Map<string, { readonly epoch: string; readonly seq: number; readonly atMs: number }>;
}

export function freshMemory(): StationMemory {
  return {
    lastScan: null,
    lastRead: null,
    scanAnswers: new Map(),
    openCheck: null,
    devices: new Map(),
    machines: new Map(),
    storageFull: false,
    recent: new Map(),
  };
}
