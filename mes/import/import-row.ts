import type { ImportFault, ImportProblem } from "../../shared/protocol/import-report.ts";

/** One row as the sender wrote it, by plain column names; cells are text without blanks around it. */
export interface ImportRow {
  /** As the sender counts: the head is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface ReadTable {
  readonly rows: readonly ImportRow[];
  /** Rows beneath the head, also those that could not be read. */
  readonly count: number;
  readonly problems: readonly ImportProblem[];
}

interface ProblemAt {
  readonly row: number | null;
  readonly column?: string | null;
  readonly found?: string;
  readonly expected?: string;
  readonly weight?: ImportProblem["weight"];
}

/** More of a cell than this says nothing to a reader. */
const SHOWN_CHARACTERS = 60;

export function problem(fault: ImportFault, at: ProblemAt): ImportProblem {
  const { row, column = null, found = "", expected = "", weight = "wrong" } = at;
  const shown = found.length > SHOWN_CHARACTERS ? `${found.slice(0, SHOWN_CHARACTERS)}…` : found;
  return { row, column, fault, found: shown, expected, weight };
}

/** Nothing of the file could be read. */
export function unreadable(fault: ImportFault, at: Partial<ProblemAt> = {}): ReadTable {
  return { rows: [], count: 0, problems: [problem(fault, { row: null, ...at })] };
}
