import { type SsccRange, ssccOf } from "./sscc-range.ts";

/** Serial references that this station gave under one company prefix: from and to of each run, sorted and apart. */
export interface GivenSsccs {
  readonly space: string;
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/**
 * Left out once the station goes on from an older copy of its data: what it gave after that copy it no longer knows. At
 * one unit a second that is more than a quarter of an hour; the MES tells a person if it was not enough (PK-4).
 */
const SKIPPED_AFTER_ROLLBACK = 1_000;
/** Where the number of such returns is kept. */
const ROLLBACKS = "rollbacks";

type Given = ReadonlyMap<string, GivenSsccs>;

export function spaceOf({
  extensionDigit,
  companyPrefix,
}: Pick<SsccRange, "extensionDigit" | "companyPrefix">) {
  return `${extensionDigit} ${companyPrefix}`;
}

/** The lowest serial reference of the range that was never given; undefined: it is used up. */
function nextSerial(given: Given, range: SsccRange): number | undefined {
  const spans = given.get(spaceOf(range))?.spans ?? [];
  let next = range.fromSerial;
  // A range in which nothing is known to be given may have been in use after the copy was made.
  if (!spans.some(([from, to]) => to >= range.fromSerial && from <= range.toSerial)) next += skipped(given);
  for (const [from, to] of spans) {
    if (from <= next && next <= to) next = to + 1;
  }
  return next <= range.toSerial ? next : undefined;
}

function skipped(given: Given): number {
  const rollbacks = given.get(ROLLBACKS)?.spans[0];
  return rollbacks === undefined ? 0 : rollbacks[1] * SKIPPED_AFTER_ROLLBACK;
}

export function withGiven(row: GivenSsccs, from: number, to: number): GivenSsccs {
  const merged: [number, number][] = [];
  for (const span of [...row.spans, [from, to] as const].toSorted((left, right) => left[0] - right[0])) {
    const last = merged.at(-1);
    if (last !== undefined && span[0] <= last[1] + 1) last[1] = Math.max(last[1], span[1]);
    else merged.push([...span]);
  }
  return { space: row.space, spans: merged };
}

/** After an older copy was put back: the next numbers of every run are taken as given. */
export function afterRollback(given: Given): readonly GivenSsccs[] {
  const count = given.get(ROLLBACKS)?.spans[0]?.[1] ?? 0;
  const spaces = [...given.values()].filter(({ space }) => space !== ROLLBACKS);
  return [
    { space: ROLLBACKS, spans: [[0, count + 1]] },
    ...spaces.map((row) =>
      row.spans.reduce((wider, [, to]) => withGiven(wider, to + 1, to + SKIPPED_AFTER_ROLLBACK), row),
    ),
  ];
}

/** @returns undefined when the range is used up */
export function nextSscc(
  given: Given,
  range: SsccRange,
): { readonly sscc: string; readonly serial: number } | undefined {
  const serial = nextSerial(given, range);
  return serial === undefined ? undefined : { sscc: ssccOf(range, serial), serial };
}
