import type { SupportTable } from "./support-table.ts";

type Version = readonly [major: number, minor: number, patch: number];

/**
 * Why a version of Electron may not be shipped on a day.
 * @param version such as `45.4.1`
 * @param today as `2026-11-23`
 * @returns sentences for a person; none when it may be shipped
 */
export function supportFaults(table: SupportTable, version: string, today: string): string[] {
  const remedy = "npx node scripts/electron-support.ts";
  return [
    ...(today > table.mustBeReadAgainBy
      ? [`What is known of Electron's support is of ${table.readAt}. Read it again: ${remedy}`]
      : []),
    ...majorFaults(table, version, today),
    ...table.advisories
      .filter(({ fixedIn }) => isAffected(parse(version), fixedIn.map(parse)))
      .map(
        ({ id, what, fixedIn }) => `Electron ${version} has ${id} (${what}), fixed in ${fixedIn.join(", ")}.`,
      ),
  ];
}

function majorFaults({ majors }: SupportTable, version: string, today: string): string[] {
  const [major] = parse(version);
  const support = majors[String(major)];
  if (support === undefined) return [`Nothing is known of the support of Electron ${major}.`];
  if (today <= support.supportEnds) return [];
  return [`Electron ${major} is out of support since ${support.supportEnds}. Take a newer major.`];
}

/** Fixed where its own major's fix is in, or where its major is younger than every fix. */
function isAffected(version: Version, fixes: readonly Version[]): boolean {
  const ofItsMajor = fixes.find(([major]) => major === version[0]);
  if (ofItsMajor !== undefined) return compare(version, ofItsMajor) < 0;
  return fixes.some((fix) => compare(version, fix) < 0);
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

function parse(version: string): Version {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return [major, minor, patch];
}
