import { type ReceivedValue, signalFrom } from "./data-value.ts";
import { isGood } from "./status-code.ts";
import type { ValueSink, ValueStamp } from "./value-sink.ts";

const US_PER_MS = 1_000;
const PS_PER_US = 1_000_000;
/** Servers send "no time" as null or as 1601-01-01, the zero of OPC UA time. */
const END_OF_1601_MS = Date.UTC(1602, 0, 1);

const stamp: ValueStamp = { status: 0, sourceUs: 0, serverUs: 0, arrivedUs: 0 };

export interface Arrived {
  readonly received: ReceivedValue;
  /** Microseconds since 1970 by the station's clock. */
  readonly arrivedUs: number;
}

/**
 * One value of a notification to the sink, bit for bit. What no signal can hold (an array, a structure) is kept as "not a
 * number" with a bad status: that something came, and when, is never lost.
 */
export function putValue(sink: ValueSink, slot: number, { received, arrivedUs }: Arrived): void {
  stamp.sourceUs = microseconds(received.sourceTimestamp, received.sourcePicoseconds);
  stamp.serverUs = microseconds(received.serverTimestamp, received.serverPicoseconds);
  stamp.arrivedUs = arrivedUs;
  stamp.status = received.statusCode.value >>> 0;
  const raw = received.value?.value;
  if (typeof raw === "number") sink.number(slot, raw, stamp);
  else if (typeof raw === "boolean") sink.number(slot, raw ? 1 : 0, stamp);
  else if (raw === null || raw === undefined) sink.number(slot, Number.NaN, stamp);
  else putRareValue(sink, slot, received);
}

/** 64-bit integers, texts, dates, and what is none of these. */
function putRareValue(sink: ValueSink, slot: number, received: ReceivedValue): void {
  const { value, statusCode } = signalFrom("", received, "");
  if (typeof value === "number") sink.number(slot, value, stamp);
  else if (typeof value === "string") sink.text(slot, value, stamp);
  else {
    if (isGood(stamp.status)) stamp.status = statusCode;
    sink.number(slot, Number.NaN, stamp);
  }
}

function microseconds(date: Date | null | undefined, picoseconds: number | undefined): number {
  const ms = date ? date.getTime() : Number.NaN;
  if (Number.isNaN(ms) || ms < END_OF_1601_MS) return Number.NaN;
  return ms * US_PER_MS + Math.trunc((picoseconds ?? 0) / PS_PER_US);
}
