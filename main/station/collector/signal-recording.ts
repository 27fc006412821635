import type { GapCause as DeviceGapCause } from "../devices/device-events.ts";
import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";
import type { ValueSink, ValueStamp } from "../devices/opcua/value-sink.ts";
import { createSampleColumns } from "../signals/sample-columns.ts";
import type { GapCause } from "../signals/signal-gap.ts";
import type { SignalWriter, TextSample } from "../signals/signal-writer-port.ts";

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
  /** Number of the gap that its next word ends. */
  openGap: number | undefined;
}

/** Every value of every machine into the store; where a machine was not heard, a gap with its bounds. */
export class SignalRecording implements ValueSink {
  readonly #writer: SignalWriter;
  readonly #nowUs: () => number;
  /** Number in the store of the signal in each slot. */
  readonly #numbers: Int32Array;
  readonly #rows = createSampleColumns(ROWS_AT_ONCE);
  readonly #texts: TextSample[] = [];
  readonly #heard = new Map<string, Heard>();

  #waiting = 0;

  /** Until a machine has spoken, it is not heard. */
  constructor(machines: readonly MachineEndpoint[], writer: SignalWriter, nowUs: () => number) {
    this.#writer = writer;
    this.#nowUs = nowUs;
    const identities = machines.flatMap(({ machineId, signals }) =>
      signals.map(({ signalId }) => ({ machineId, signalId })),
    );
    this.#numbers = Int32Array.from(writer.register(identities), ({ number }) => number);
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
    heard.openGap = this.#writer.recordGap(gap);
  }

  heard(machineId: string): void {
    const heard = this.#heard.get(machineId);
    if (heard === undefined) return;
    heard.lastUs = this.#nowUs();
    if (heard.openGap === undefined) return;
    this.#writer.closeGap(heard.openGap, heard.lastUs);
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

  #handOver(): void {
    this.#writer.append(this.#rows);
    this.#waiting += this.#rows.length;
    this.#rows.length = 0;
  }
}
