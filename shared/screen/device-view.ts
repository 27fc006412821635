export interface DeviceView {
  /** Tells devices of one kind apart. */
  readonly key: string;
  /** Of a machine, as people say it; null: the station has one of this kind. */
  readonly name: string | null;
  readonly device: "machine" | "scanner" | "gauge";
  readonly state: "ok" | "connecting" | "lost" | "off";
  /** Plain English cause, for diagnostics only. */
  readonly detail: string;
}
