import type { LatestValue } from "../devices/opcua/collector-messages.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import type { ValueSink, ValueStamp } from "../devices/opcua/value-sink.ts";
import { type Slot, slotsOf } from "./first-slots.ts";

/** The newest value of each signal, for people: they read one a second, however many come. */
export class LatestValues implements ValueSink {
  readonly #slots: readonly Slot[];
  readonly #value: Float64Array;
  readonly #status: Uint32Array;
  readonly #atUs: Float64Array;
  /** 1 since the last `take`. */
  readonly #hasChanged: Uint8Array;
  readonly #text = new Map<number, string>();

  constructor(machines: readonly MachineEndpoint[]) {
    this.#slots = machines.flatMap(slotsOf);
    this.#value = new Float64Array(this.#slots.length);
    this.#status = new Uint32Array(this.#slots.length);
    this.#atUs = new Float64Array(this.#slots.length);
    this.#hasChanged = new Uint8Array(this.#slots.length);
  }

  number(slot: number, value: number, stamp: ValueStamp): void {
    this.#value[slot] = value;
    this.#changed(slot, stamp);
  }

  text(slot: number, text: string, stamp: ValueStamp): void {
    this.#value[slot] = Number.NaN;
    this.#text.set(slot, text);
    this.#changed(slot, stamp);
  }

  interrupted(): void {
    // A gap is the store's and the station's to keep; the last value stays the last one known.
  }

  heard(): void {
    // The age of a value is told by its own time.
  }

  /** @returns what has changed since the last call */
  take(): readonly LatestValue[] {
    const values = this.#slots.flatMap(({ isValue, ...signal }, slot) => {
      if (!isValue || this.#hasChanged[slot] === 0) return [];
      const value = this.#text.get(slot) ?? this.#value[slot] ?? Number.NaN;
      return [{ ...signal, value, statusCode: this.#status[slot] ?? 0, atUs: this.#atUs[slot] ?? 0 }];
    });
    this.#hasChanged.fill(0);
    return values;
  }

  #changed(slot: number, { status, sourceUs, serverUs, arrivedUs }: ValueStamp): void {
    this.#status[slot] = status;
    const givenUs = Number.isNaN(sourceUs) ? serverUs : sourceUs;
    this.#atUs[slot] = Number.isNaN(givenUs) ? arrivedUs : givenUs;
    this.#hasChanged[slot] = 1;
  }
}
