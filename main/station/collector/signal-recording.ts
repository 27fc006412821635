import type { GapCause as DeviceGapCause } from "../devices/device-events.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import type { ValueSink, ValueStamp } from "../devices/opcua/value-sink.ts";
import { createSampleColumns } from "../signals/sample-columns.ts";
import type { GapCause, SignalGap } from "../signals/signal-gap.ts";
import type { SignalIdentity } from "../signals/signal-identity.ts";
import type { SignalWriter, TextSample } from "../signals/signal-writer-port.ts";
import { slotsOf } from "./first-slots.ts";

const CAUSES: Readonly<Record<DeviceGapCause, GapCause>> = {
  "connection-lost": "disconnected",
  "session-lost": "server-restarted",
  "collector-restarted": "collector-died",
  "queue-overflow": "queue-overflow",
};
const ROWS_AT_ONCE = 8_192;

interface Heard {
  /** When the machine last said something. */
  lastUs: number;
  /** The gap that its next word ends, with its number. */
  openGap: { readonly number: number; readonly gap: SignalGap } | undefined;
}

/** Every value of every machine into the store; where a machine was not heard, a gap with its bounds. */
export class SignalRecording implements ValueSink {
  #writer: SignalWriter;
  readonly #nowUs: () => number;
  readonly #identities: readonly SignalIdentity[];
  /** Number in the store of the signal in each slot. */
  #numbers: Int32Array;
  readonly #rows = createSampleColumns(ROWS_AT_ONCE);
  readonly #texts: TextSample[] = [];
  readonly #heard = new Map<string, Heard>();

  #waiting = 0;

  /** Until a machine has spoken, it is not heard. */
  constructor(machines: readonly MachineEndpoint[], writer: SignalWriter, nowUs: () => number) {
    this.#writer = writer;
    this.#nowUs = nowUs;
    this.#identities = machines.flatMap(slotsOf).map(({ machineId, signalId }) => ({ machineId, signalId }));
    this.#numbers = this.#register();
    for (const { machineId } of machines) {
      this.#heard.set(machineId, { lastUs: nowUs(), openGap: undefined });
      this.interrupted(machineId, "connection-lost");
    }
  }

  number(slot: number, value: number, stamp: ValueStamp): void {
    const rows = this.#rows;
    if (rows.length === ROWS_AT_ONCE) this.#handOver();
    const row = rows.length;
    rows.signal[row] = this.#numbers[slot] ?? 0;
    rows.sourceUs[row] = stamp.sourceUs;
    rows.serverUs[row] = stamp.serverUs;
    rows.arrivedUs[row] = stamp.arrivedUs;
    rows.value[row] = value;
    rows.status[row] = stamp.status;
    rows.length = row + 1;
  }

  text(slot: number, text: string, { status, sourceUs, arrivedUs }: ValueStamp): void {
    this.#texts.push({ signal: this.#numbers[slot] ?? 0, sourceUs, arrivedUs, text, status });
  }

  interrupted(machineId: string, cause: DeviceGapCause): void {
    const heard = this.#heard.get(machineId);
    if (heard === undefined || heard.openGap !== undefined) return;
    const gap = { machineId, signal: null, fromUs: heard.lastUs, toUs: null, cause: CAUSES[cause] };
    heard.openGap = { number: this.#writer.recordGap(gap), gap };
  }

  heard(machineId: string): void {
    const heard = this.#heard.get(machineId);
    if (heard === undefined) return;
    heard.lastUs = this.#nowUs();
    if (heard.openGap === undefined) return;
    this.#writer.closeGap(heard.openGap.number, heard.lastUs);
    heard.openGap = undefined;
  }

  /** Values that no flush has tried yet. */
  get waiting(): number {
    return this.#waiting + this.#rows.length;
  }

  /** Everything so far onto the disk. @throws StoreError when it takes none; the values stay and come with the next */
  flush(): void {
    this.#handOver();
    if (this.#texts.length > 0) this.#writer.appendText(this.#texts.splice(0));
    this.#waiting = 0;
    this.#writer.flush();
  }

  /** Goes on in another store. What was not flushed has the numbers of the old one and is lost with it. */
  moveTo(writer: SignalWriter): void {
    this.#writer = writer;
    this.#numbers = this.#register();
    this.#rows.length = 0;
    this.#texts.length = 0;
    this.#waiting = 0;
    for (const heard of this.#heard.values()) {
      if (heard.openGap === undefined) continue;
      const { gap } = heard.openGap;
      heard.openGap = { number: writer.recordGap(gap), gap };
    }
  }

  #register(): Int32Array {
    return Int32Array.from(this.#writer.register(this.#identities), ({ number }) => number);
  }

  #handOver(): void {
    this.#writer.append(this.#rows);
    this.#waiting += this.#rows.length;
    this.#rows.length = 0;
  }
}
