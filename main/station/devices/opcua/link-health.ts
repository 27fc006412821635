import type { CertificateView, NegotiatedView } from "../../../../shared/screen/machine-link-view.ts";
import type { MachineHealth } from "./collector-messages.ts";

/** How the connection to one machine is, in figures. Counts since the OPC UA process started. */
export class LinkHealth {
  readonly #machineId: string;
  readonly #signalIds: readonly string[];
  #certificate: CertificateView | null = null;
  #negotiated: NegotiatedView | null = null;
  #sessionSinceMs: number | null = null;
  #lastHeardMs: number | null = null;
  #sessionsOpened = 0;
  #cuts = 0;
  #values = 0;
  #lastTaken = { values: 0, atMs: 0 };
  #stale: readonly number[] = [];

  constructor(machineId: string, signalIds: readonly string[], startMs: number) {
    this.#machineId = machineId;
    this.#signalIds = signalIds;
    this.#lastTaken = { values: 0, atMs: startMs };
  }

  opened(agreed: { certificate: CertificateView | null; negotiated: NegotiatedView }, atMs: number): void {
    this.#sessionsOpened += 1;
    this.#sessionSinceMs = atMs;
    this.#certificate = agreed.certificate;
    this.#negotiated = agreed.negotiated;
    this.#stale = [];
  }

  closed(): void {
    this.#sessionSinceMs = null;
    this.#stale = [];
  }

  cut(): void {
    this.#cuts += 1;
  }

  /** @param values 0: the machine said that nothing is new */
  heard(values: number, atMs: number): void {
    this.#values += values;
    this.#lastHeardMs = atMs;
  }

  /** @param handles places of the signals in the endpoint's list */
  stale(handles: readonly number[]): void {
    this.#stale = handles;
  }

  /** @param nowMs rates are since the last call */
  take(nowMs: number): MachineHealth {
    const seconds = Math.max(0.001, (nowMs - this.#lastTaken.atMs) / 1000);
    const valuesPerSecond = Math.round(((this.#values - this.#lastTaken.values) / seconds) * 10) / 10;
    this.#lastTaken = { values: this.#values, atMs: nowMs };
    return {
      machineId: this.#machineId,
      signalCount: this.#signalIds.length,
      certificate: this.#certificate,
      negotiated: this.#negotiated,
      valuesPerSecond,
      valuesReceived: this.#values,
      sessionsOpened: this.#sessionsOpened,
      cuts: this.#cuts,
      sessionSinceUtc: isoOrNull(this.#sessionSinceMs),
      lastHeardUtc: isoOrNull(this.#lastHeardMs),
      staleSignalIds: this.#stale.map((handle) => this.#signalIds[handle] ?? ""),
    };
  }
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
