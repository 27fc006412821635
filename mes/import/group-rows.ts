import type { ImportProblem } from "../../shared/protocol/import-report.ts";
import { CellReader } from "./cell-reader.ts";
import { type ImportRow, problem } from "./import-row.ts";

/** What was read of rows that belong together: those of one item, or a single order. */
export interface ReadGroups<Body> {
  readonly groups: readonly { readonly id: string; readonly rows: readonly number[]; readonly body: Body }[];
  readonly problems: readonly ImportProblem[];
}

interface ReadLine<Line> {
  readonly row: number;
  readonly id: string;
  readonly line: Line;
  readonly isGood: boolean;
}

interface Grouping<Line, Body> {
  readonly timeZone: string;
  readonly idOf: (cells: CellReader) => string;
  readonly lineOf: (cells: CellReader) => Line;
  /** What may be there once within an item; its column and its value. */
  readonly unique: (line: Line) => readonly [column: string, value: string];
  readonly bodyOf: (id: string, lines: readonly Line[]) => Body;
}

/**
 * Reads rows that belong to items. An item is taken whole or not at all: half a bill of material would let machines run
 * without what is missing, so a good row beside a bad one of the same item says why it is not taken.
 */
export function readItems<Line, Body>(
  rows: readonly ImportRow[],
  { timeZone, idOf, lineOf, unique, bodyOf }: Grouping<Line, Body>,
): ReadGroups<Body> {
  const problems: ImportProblem[] = [];
  const lines = rows.map((row): ReadLine<Line> => {
    const cells = new CellReader(row, timeZone);
    const read = { row: row.row, id: idOf(cells), line: lineOf(cells), isGood: cells.isGood };
    problems.push(...cells.problems);
    return read;
  });
  const doubled = doubles(lines, unique);
  problems.push(...doubled.values());
  const isBad = ({ row, isGood }: ReadLine<Line>): boolean => !isGood || doubled.has(row);
  const groups = [...Map.groupBy(lines, ({ id }) => id)].flatMap(([id, all]) => {
    const [bad] = all.filter(isBad);
    if (bad === undefined)
      return [
        {
          id,
          rows: all.map(({ row }) => row),
          body: bodyOf(
            id,
            all.map(({ line }) => line),
          ),
        },
      ];
    for (const { row } of all.filter((one) => !isBad(one)))
      problems.push(problem("other-row-of-item", { row, found: id, expected: String(bad.row) }));
    return [];
  });
  return { groups, problems };
}

function doubles<Line>(
  lines: readonly ReadLine<Line>[],
  unique: (line: Line) => readonly [string, string],
): ReadonlyMap<number, ImportProblem> {
  const first = new Map<string, number>();
  const found = new Map<number, ImportProblem>();
  for (const { row, id, line } of lines) {
    const [column, value] = unique(line);
    const key = JSON.stringify([id, value]);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else found.set(row, problem("twice", { row, column, found: value, expected: String(before) }));
  }
  return found;
}
