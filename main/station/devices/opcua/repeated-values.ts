import { type ReceivedValue, scalarOf } from "./data-value.ts";

/**
 * Finds the values that a machine says once more after a cut although nothing has changed. A server may repeat the last
 * value of each item that has nothing queued when its subscription is taken up (OPC UA Part 4, 5.14.7 describes it for
 * TransferSubscriptions; node-opcua's server does so at each ActivateSession), in messages with numbers of their own, so
 * that nothing but the values tells.
 *
 * A repetition has the source time, the value and all 32 bits of the status of the value before it. That alone would not be
 * enough: a clock of whole seconds gives two equal values one time. Therefore it is only looked for after a cut, while a
 * server repeats; without a source time nothing is judged.
 */
export class RepeatedValues {
  readonly #sourceMs: Float64Array;
  readonly #status: Uint32Array;
  /** Numbers and booleans; what else a signal can hold is in `#rare`. */
  readonly #number: Float64Array;
  readonly #rare = new Map<number, unknown>();
  #isLooking = false;

  constructor(signalCount: number) {
    this.#sourceMs = new Float64Array(signalCount).fill(Number.NaN);
    this.#status = new Uint32Array(signalCount);
    this.#number = new Float64Array(signalCount);
  }

  /** From a cut until the machine has had time to repeat itself. */
  look(isLooking: boolean): void {
    this.#isLooking = isLooking;
  }

  /** Remembers the value. @returns whether it is the one before, said once more */
  isRepeated(handle: number, received: ReceivedValue): boolean {
    const sourceMs = received.sourceTimestamp?.getTime() ?? Number.NaN;
    const status = received.statusCode.value >>> 0;
    const raw = received.value?.value;
    const isPlain = typeof raw === "number" || typeof raw === "boolean";
    const number = isPlain ? Number(raw) : Number.NaN;
    const isAgain =
      this.#isLooking &&
      this.#sourceMs[handle] === sourceMs &&
      this.#status[handle] === status &&
      Object.is(this.#number[handle], number) &&
      (isPlain || this.#isRareAgain(handle, received));
    this.#sourceMs[handle] = sourceMs;
    this.#status[handle] = status;
    this.#number[handle] = number;
    if (!isPlain) this.#rare.set(handle, rareOf(received));
    else if (this.#rare.size > 0) this.#rare.delete(handle);
    return isAgain;
  }

  #isRareAgain(handle: number, received: ReceivedValue): boolean {
    return this.#rare.has(handle) && this.#rare.get(handle) === rareOf(received);
  }
}

/** Text, an integer no double holds, no value (null); what no signal can hold is like nothing else. */
function rareOf(received: ReceivedValue): unknown {
  const { value, refusal } = scalarOf(received.value?.value, received.value?.dataType);
  return refusal === undefined ? value : Symbol("not comparable");
}
