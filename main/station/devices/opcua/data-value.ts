import type { Signal } from "../device-events.ts";
import { BAD_OUT_OF_RANGE, BAD_TYPE_MISMATCH, isGood } from "./status-code.ts";

/** The part of the library's DataValue that is read here; dates are null or invalid when a server sends none. */
export interface ReceivedValue {
  readonly value?: { readonly dataType?: number; readonly value?: unknown } | null;
  readonly statusCode: { readonly value: number };
  readonly sourceTimestamp?: Date | null;
  readonly sourcePicoseconds?: number;
  readonly serverTimestamp?: Date | null;
  readonly serverPicoseconds?: number;
}

/** @param arrivedMonoNs monotonic time of the whole notification */
export function signalFrom(signalId: string, received: ReceivedValue, arrivedMonoNs: string): Signal {
  const scalar = scalarOf(received.value?.value, received.value?.dataType);
  const given = received.statusCode.value >>> 0;
  return {
    signalId,
    value: scalar.value,
    // A value we cannot hold must not look good, and a bad one keeps the machine's own reason.
    statusCode: scalar.refusal !== undefined && isGood(given) ? scalar.refusal : given,
    sourceUtc: isoOrNull(received.sourceTimestamp),
    serverUtc: isoOrNull(received.serverTimestamp),
    arrivedMonoNs,
  };
}

export interface Scalar {
  readonly value: Signal["value"];
  readonly refusal?: number;
}

const INT64 = 8; // Part 6 §5.1.2: built-in type ids

/** @returns what a signal can hold of a value; a refusal is the status it then has */
export function scalarOf(raw: unknown, dataType: number | undefined): Scalar {
  if (raw === null || raw === undefined) return { value: null };
  if (typeof raw === "boolean" || typeof raw === "string") return { value: raw };
  if (typeof raw === "number")
    return Number.isFinite(raw) ? { value: raw } : { value: null, refusal: BAD_OUT_OF_RANGE };
  if (typeof raw === "bigint") return { value: integerOrText(raw) };
  if (raw instanceof Date) return { value: isoOrNull(raw) };
  if (isHighLow(raw)) return { value: integerOrText(join(raw, dataType === INT64)) };
  if (hasText(raw)) return { value: raw.text };
  return { value: null, refusal: BAD_TYPE_MISMATCH };
}

/** The library's form of Int64 and UInt64: a plain array of two words. Real arrays of numbers arrive as typed arrays. */
function isHighLow(raw: unknown): raw is [number, number] {
  return Array.isArray(raw) && raw.length === 2 && raw.every((word) => Number.isInteger(word));
}

function join([high, low]: readonly [number, number], isSigned: boolean): bigint {
  const bits = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  return isSigned ? BigInt.asIntN(64, bits) : bits;
}

/** 64-bit counters stay exact: a number while it is safe, decimal text beyond. */
function integerOrText(value: bigint): number | string {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : value.toString();
}

function hasText(raw: unknown): raw is { text: string } {
  return typeof raw === "object" && raw !== null && "text" in raw && typeof raw.text === "string";
}

/** Servers send "no time" as null or as 1601-01-01, the zero of OPC UA time. */
function isoOrNull(date: Date | null | undefined): string | null {
  if (!date || Number.isNaN(date.getTime()) || date.getUTCFullYear() <= 1601) return null;
  return date.toISOString();
}
