import { type ReceivedValue, signalFrom } from "./data-value.ts";
import { BAD_TYPE_MISMATCH, isGood } from "./status-code.ts";
import type { ValueSink, ValueTimes } from "./value-sink.ts";

const US_PER_MS = 1_000;
const PS_PER_US = 1_000_000;
/** Servers send "no time" as null or as 1601-01-01, the zero of OPC UA time. */
const END_OF_1601_MS = Date.UTC(1602, 0, 1);

const times: ValueTimes = { sourceUs: 0, serverUs: 0, arrivedUs: 0 };

/**
 * One value of a notification to the sink, bit for bit. What no signal can hold (an array, a structure) is kept as "not a
 * number" with a bad status: that something came, and when, is never lost.
 */
export function putValue(sink: ValueSink, slot: number, received: ReceivedValue, arrivedUs: number): void {
  times.sourceUs = microseconds(received.sourceTimestamp, received.sourcePicoseconds);
  times.serverUs = microseconds(received.serverTimestamp, received.serverPicoseconds);
  times.arrivedUs = arrivedUs;
  const status = received.statusCode.value >>> 0;
  const raw = received.value?.value;
  if (typeof raw === "number") sink.number(slot, raw, status, times);
  else if (typeof raw === "boolean") sink.number(slot, raw ? 1 : 0, status, times);
  else if (raw === null || raw === undefined) sink.number(slot, Number.NaN, status, times);
  else putRareValue(sink, slot, received, status);
}

/** 64-bit integers, texts, dates, and what is none of these. */
function putRareValue(sink: ValueSink, slot: number, received: ReceivedValue, given: number): void {
  const { value, statusCode } = signalFrom("", received, "");
  if (typeof value === "number") sink.number(slot, value, given, times);
  else if (typeof value === "string") sink.text(slot, value, given, times);
  else sink.number(slot, Number.NaN, isGood(given) ? (statusCode ?? BAD_TYPE_MISMATCH) : given, times);
}

function microseconds(date: Date | null | undefined, picoseconds: number | undefined): number {
  const ms = date ? date.getTime() : Number.NaN;
  if (Number.isNaN(ms) || ms < END_OF_1601_MS) return Number.NaN;
  return ms * US_PER_MS + Math.trunc((picoseconds ?? 0) / PS_PER_US);
}
