import type { GapCause } from "../device-events.ts";

/**
 * Takes every value of every machine, in the order it came. Numbers are handed over as plain arguments: at 100,000 values
 * a second an object for each would cost more than decoding it.
 *
 * `slot` is the place of the signal among all signals of the OPC UA process. Times are whole microseconds since 1970 UTC
 * as the machine gave them; NaN: it gave none.
 */
export interface ValueSink {
  number(slot: number, value: number, stamp: ValueStamp): void;
  /** Text, and integers that no double holds. */
  text(slot: number, text: string, stamp: ValueStamp): void;
  /** Values of this machine may be missing from its last word until now. */
  interrupted(machineId: string, cause: GapCause): void;
  /** A machine has spoken: values, or that there are none. Ends its interruption. */
  heard(machineId: string): void;
}

/** Reused from value to value: a sink copies what it keeps. */
export interface ValueStamp {
  /** OPC UA StatusCode, all 32 bits. */
  status: number;
  sourceUs: number;
  serverUs: number;
  arrivedUs: number;
}
