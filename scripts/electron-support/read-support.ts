import { z } from "zod";
import type { SupportTable } from "./support-table.ts";

const DAY_MS = 86_400_000;

/** Electron supports its latest three majors and starts one every eight weeks. */
const SUPPORTED_MAJORS = 3;
const WEEKS_BETWEEN_MAJORS = 8;

const TABLE_LASTS_DAYS = 90;
const FIRST_KEPT_MAJOR = 42;

/** `npm view electron time --json`: the day of every version. */
export const ReleaseTimes = z.record(z.string(), z.string());

/** `npm audit --json`, of which only what concerns Electron counts here. */
export const AuditReport = z.looseObject({
  vulnerabilities: z.record(z.string(), z.looseObject({ via: z.array(z.unknown()) })),
});

/**
 * Which majors are supported until when. The end is the day on which the third major after it came, or else is due; that
 * is a guess on the early side, because a major is sometimes late and never early.
 */
export function majorsOf(times: z.infer<typeof ReleaseTimes>): SupportTable["majors"] {
  const first = new Map<number, string>();
  for (const [version, time] of Object.entries(times).sort(([, a], [, b]) => a.localeCompare(b))) {
    const major = Number(/^(\d+)\.\d+\.\d+$/.exec(version)?.[1]);
    if (major >= FIRST_KEPT_MAJOR && !first.has(major)) first.set(major, time.slice(0, 10));
  }
  return Object.fromEntries(
    [...first].map(([major, firstRelease]) => [
      major,
      {
        firstRelease,
        supportEnds:
          first.get(major + SUPPORTED_MAJORS) ??
          laterDay(firstRelease, SUPPORTED_MAJORS * WEEKS_BETWEEN_MAJORS * 7),
      },
    ]),
  );
}

/** The table as of a day; advisories are kept, a person adds new ones with the versions that fix them. */
export function renewedTable(
  table: SupportTable,
  times: z.infer<typeof ReleaseTimes>,
  today: string,
): SupportTable {
  return {
    ...table,
    readAt: today,
    mustBeReadAgainBy: laterDay(today, TABLE_LASTS_DAYS),
    majors: { ...table.majors, ...majorsOf(times) },
  };
}

function laterDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
