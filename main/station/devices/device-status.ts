import type { DeviceName, DeviceStatus } from "./device-events.ts";

/** Keeps a device's present status and passes on changes only; `sinceUtc` is the start of the state, not of the words. */
export class StatusKeeper {
  #status: DeviceStatus;
  readonly #tell: (status: DeviceStatus) => void;
  readonly #nowUtc: () => string;

  constructor(
    device: { name: DeviceName; path: string },
    tell: (status: DeviceStatus) => void,
    nowUtc = wallUtc,
  ) {
    this.#tell = tell;
    this.#nowUtc = nowUtc;
    this.#status = { device: device.name, state: "off", detail: "", sinceUtc: nowUtc(), path: device.path };
  }

  /** Ends at the same state and words: nothing is told. */
  set(state: DeviceStatus["state"], detail: string): void {
    const { state: before, detail: wordsBefore, sinceUtc } = this.#status;
    if (state === before && detail === wordsBefore) return;
    this.#status = { ...this.#status, state, detail, sinceUtc: state === before ? sinceUtc : this.#nowUtc() };
    this.#tell(this.#status);
  }

  get state(): DeviceStatus["state"] {
    return this.#status.state;
  }
}

export function wallUtc(): string {
  return new Date().toISOString();
}
