import { z } from "zod";
import type { ImportKind } from "../../shared/protocol/import-report.ts";
import { columnNamed } from "./import-columns.ts";
import { type ImportRow, problem, type ReadTable, unreadable } from "./import-row.ts";
import { MOST_ROWS } from "./read-csv.ts";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const fileSchema = z.union([
  z.array(z.record(z.string(), cell)),
  z.object({ rows: z.array(z.record(z.string(), cell)) }).transform(({ rows }) => rows),
]);

/** Reads `{ "rows": [ { "order": "4711", … } ] }`, or the list alone, by the same names and rules as a table. */
export function readJson(kind: ImportKind, body: unknown): ReadTable {
  const read = fileSchema.safeParse(body);
  if (!read.success) return unreadable("not-json", { expected: '{ "rows": [ { … } ] }' });
  const list = read.data;
  if (list.length === 0) return unreadable("empty-file");
  if (list.length > MOST_ROWS) return unreadable("too-many-rows", { expected: String(MOST_ROWS) });
  const problems = new Map<string, ReadTable["problems"][number]>();
  const rows = list.map((written, index): ImportRow => {
    const row = index + 1;
    const named = Object.entries(written).flatMap(([name, value]) => {
      const column = columnNamed(kind, name);
      if (column !== undefined) return [[column, value === null ? "" : String(value).trim()] as const];
      if (!problems.has(name))
        problems.set(name, problem("no-such-column", { row, found: name, weight: "note" }));
      return [];
    });
    return { row, cells: Object.fromEntries(named) };
  });
  return { rows, count: rows.length, problems: [...problems.values()] };
}
