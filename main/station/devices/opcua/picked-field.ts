import type { ReceivedValue } from "./data-value.ts";
import { BAD_DECODING_ERROR, isGood } from "./status-code.ts";

const INT64 = 8; // Part 6 §5.1.2: built-in type ids
const UINT64 = 9;

/** "0.AccCount" as steps. Names are compared without case: the library writes fields with a small first letter. */
export function fieldSteps(field: string): readonly string[] {
  return field.split(".").map((step) => step.toLowerCase());
}

/**
 * The part of a structure or an array that a signal means, as if the machine had sent it alone. Where there is none (an
 * empty array, a structure that could not be decoded) the value is null with a bad status: never 0, never an older one.
 */
export function pickedField(received: ReceivedValue, steps: readonly string[]): ReceivedValue {
  const given = received.statusCode.value >>> 0;
  const outer = received.value;
  const picked =
    outer === null || outer === undefined ? undefined : partOf(outer.value, outer.dataType, steps);
  if (picked !== undefined && !isUndecoded(picked))
    return { ...timesOf(received), value: { value: picked }, statusCode: received.statusCode };
  const value = isGood(given) ? BAD_DECODING_ERROR : given;
  return { ...timesOf(received), value: null, statusCode: { value } };
}

function timesOf(received: ReceivedValue): Omit<ReceivedValue, "value" | "statusCode"> {
  const { sourceTimestamp, sourcePicoseconds, serverTimestamp, serverPicoseconds } = received;
  return {
    sourceTimestamp: sourceTimestamp ?? null,
    serverTimestamp: serverTimestamp ?? null,
    ...(sourcePicoseconds === undefined ? {} : { sourcePicoseconds }),
    ...(serverPicoseconds === undefined ? {} : { serverPicoseconds }),
  };
}

/** @returns undefined where there is no such part */
function partOf(outer: unknown, dataType: number | undefined, steps: readonly string[]): unknown {
  // A 64-bit integer is a pair of words in the library, and no array to take a part of.
  const isLong = dataType === INT64 || dataType === UINT64;
  if (isLong && Array.isArray(outer) && outer.every((word) => typeof word === "number")) return undefined;
  return steps.reduce<unknown>(stepInto, outer);
}

function stepInto(at: unknown, step: string): unknown {
  if (typeof at !== "object" || at === null) return undefined;
  if (Array.isArray(at) || ArrayBuffer.isView(at)) return (at as ArrayLike<unknown>)[Number(step)];
  const own = Object.keys(at).find((name) => name.toLowerCase() === step);
  return own === undefined ? undefined : (at as Readonly<Record<string, unknown>>)[own];
}

/** The library's form of a structure whose type it does not know: only its bytes. */
export function isUndecoded(value: unknown): boolean {
  return typeof value === "object" && value !== null && value.constructor.name === "OpaqueStructure";
}
