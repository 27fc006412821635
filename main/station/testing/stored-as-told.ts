import type { ToldEntry } from "../../simulator/told-book.ts";
import type { SampleColumns } from "../signals/sample-columns.ts";

/** Where values may be missing, or be told once more at its end; microseconds by the station's clock. */
interface Span {
  readonly fromUs: number;
  /** null: it goes on. */
  readonly toUs: number | null;
}

export interface Comparison {
  /** Changes of value or status that the server was given to tell: what OPC UA calls a notification. */
  readonly told: number;
  readonly stored: number;
  /** Inside of gaps and, which must be none, outside: with the time of arrival of its neighbours. */
  readonly missing: number;
  readonly missingUnlisted: readonly string[];
  readonly twice: number;
  readonly twiceUnlisted: readonly string[];
  /** Stored, and never told. */
  readonly invented: readonly string[];
}

const STATUS_CODES = {
  Good: 0,
  BadSensorFailure: 0x808c_0000,
  UncertainLastUsableValue: 0x4090_0000,
  BadOutOfService: 0x808d_0000,
} as const satisfies Record<ToldEntry["status"], number>;
/** Of a StatusCode: the rest are information bits, of which a server adds the overflow bit on its way (Part 4, 7.38). */
const CODE_BITS = 0xffff_0000;

/** Every value of one signal that its server told against every value in the store. @param told in the order it was told */
export function storedAsTold(
  told: readonly ToldEntry[],
  stored: SampleColumns,
  gaps: readonly Span[],
): Comparison {
  const arrivals = arrivalsByKey(stored);
  const changes = told.filter((entry, index) => isChange(told[index - 1], entry));
  const toldTimes = new Map<string, number>();
  for (const entry of told) toldTimes.set(keyOf(entry), (toldTimes.get(keyOf(entry)) ?? 0) + 1);
  const isListed = (fromUs: number, toUs: number): boolean =>
    gaps.some((gap) => gap.fromUs <= toUs && (gap.toUs ?? toUs) >= fromUs);
  const missing = missingIn(changes, arrivals);
  const twice = [...arrivals].flatMap(([key, times]) =>
    times.slice(toldTimes.get(key) ?? times.length).map((atUs) => ({ key, atUs })),
  );
  return {
    told: changes.length,
    stored: stored.length,
    missing: missing.length,
    missingUnlisted: missing
      .filter(({ fromUs, toUs }) => !isListed(fromUs, toUs))
      .map(({ key, fromUs, toUs }) => `${key}, arrived between ${fromUs} and ${toUs}`),
    twice: twice.length,
    twiceUnlisted: twice
      .filter(({ atUs }) => !isListed(atUs, atUs))
      .map(({ key, atUs }) => `${key}, arrived ${atUs}`),
    invented: [...arrivals.keys()].filter((key) => !toldTimes.has(key)),
  };
}

/** A server tells what changes in value or status, not that the same was written once more (Part 4, 7.22.2). */
function isChange(before: ToldEntry | undefined, entry: ToldEntry): boolean {
  return before === undefined || before.value !== entry.value || before.status !== entry.status;
}

/** What was told and not stored, with the arrivals of what was stored before and after it. */
function missingIn(
  changes: readonly ToldEntry[],
  arrivals: ReadonlyMap<string, readonly number[]>,
): readonly { readonly key: string; readonly fromUs: number; readonly toUs: number }[] {
  const keys = changes.map(keyOf);
  const toUs: number[] = [];
  let after = Number.POSITIVE_INFINITY;
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    toUs[index] = after;
    after = arrivals.get(keys[index] ?? "")?.[0] ?? after;
  }
  let fromUs = Number.NEGATIVE_INFINITY;
  return keys.flatMap((key, index) => {
    const arrived = arrivals.get(key)?.[0];
    if (arrived === undefined) return [{ key, fromUs, toUs: toUs[index] ?? Number.POSITIVE_INFINITY }];
    fromUs = arrived;
    return [];
  });
}

/** Times of arrival of each value, the first one first. */
function arrivalsByKey(stored: SampleColumns): ReadonlyMap<string, readonly number[]> {
  const arrivals = new Map<string, number[]>();
  for (let row = 0; row < stored.length; row += 1) {
    const key = words((stored.sourceUs[row] ?? 0) / 1_000, stored.value[row], stored.status[row]);
    const times = arrivals.get(key);
    if (times === undefined) arrivals.set(key, [stored.arrivedUs[row] ?? Number.NaN]);
    else times.push(stored.arrivedUs[row] ?? Number.NaN);
  }
  for (const times of arrivals.values()) times.sort((left, right) => left - right);
  return arrivals;
}

function keyOf({ sourceMs, value, status }: ToldEntry): string {
  return words(sourceMs, value === null ? Number.NaN : Number(value), STATUS_CODES[status]);
}

function words(sourceMs: number, value: number | undefined, status: number | undefined): string {
  return `${value} of ${sourceMs}, status ${((status ?? 0) & CODE_BITS) >>> 0}`;
}
