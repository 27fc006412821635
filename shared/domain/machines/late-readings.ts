import { isGood } from "./decide-count.ts";

/** A counter reading with the machine's own time of it. */
export interface TimedReading {
  readonly value: number;
  readonly sourceMs: number;
}

/** The last readings of a counter that were taken in, oldest first. */
export type TakenReadings = readonly TimedReading[];

const REMEMBERED = 64;

/** Readings overtake one another within moments. Over more the machine's clock has jumped and its times order nothing. */
const LONGEST_OVERTAKING_MS = 600_000;

/**
 * A reading that arrives again, or after one that the machine took later: it lies between two readings taken in before,
 * in time and in value, so its pieces are counted already. Taken for a counter that went back it would count them twice.
 * A machine whose clock and counter both start again lies between no two of them.
 */
export function isLate(taken: TakenReadings, reading: TimedReading): boolean {
  return taken.some((later, index) => {
    if (same(later, reading)) return true;
    const earlier = taken[index - 1];
    return earlier !== undefined && isBetween(earlier, reading, later);
  });
}

function same(left: TimedReading, right: TimedReading): boolean {
  return left.value === right.value && left.sourceMs === right.sourceMs;
}

function isBetween(earlier: TimedReading, reading: TimedReading, later: TimedReading): boolean {
  if (later.sourceMs - earlier.sourceMs > LONGEST_OVERTAKING_MS) return false;
  const inTime = earlier.sourceMs <= reading.sourceMs && reading.sourceMs <= later.sourceMs;
  const isAfter = earlier.value <= reading.value;
  const isBefore = reading.value <= later.value;
  // Over a wrap the values between are those above the earlier one and those below the later one.
  return inTime && (earlier.value <= later.value ? isAfter && isBefore : isAfter || isBefore);
}

export function taking(taken: TakenReadings, reading: TimedReading): TakenReadings {
  return [...taken, reading].slice(-REMEMBERED);
}

interface Reading {
  readonly value: unknown;
  readonly statusCode: number;
  readonly sourceUtc: string | null;
}

/**
 * Of a batch of one counter only what moves the count: the newest good reading holds all pieces before it. But a reset
 * inside of the batch would hide those before it, so the readings on both sides of a step back are kept as well.
 *
 * @param previous the reading before the batch, from which the first one may go back
 */
export function countingReadings<Given extends Reading>(
  batch: readonly Given[],
  previous: number | undefined,
): readonly Given[] {
  const good = batch.filter(({ statusCode }) => isGood(statusCode));
  return good.filter((reading, index) => {
    const next = good[index + 1];
    const before = index === 0 ? previous : Number(good[index - 1]?.value);
    const goesBack = before !== undefined && Number(reading.value) < before;
    return goesBack || next === undefined || Number(next.value) < Number(reading.value);
  });
}
