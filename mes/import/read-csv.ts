import { CsvError, parse } from "csv-parse/sync";
import type { ImportKind } from "../../shared/protocol/import-report.ts";
import { decodeText } from "./decode-text.ts";
import { columnNamed, requiredColumns } from "./import-columns.ts";
import { type ImportRow, problem, type ReadTable, unreadable } from "./import-row.ts";

export const MOST_ROWS = 5_000;
/** A quote that is never closed must not swallow the whole file. */
const LONGEST_RECORD_BYTES = 20_000;

interface Recorded {
  readonly record: readonly string[];
  /** `lines` is the line on which the record ends; a quoted line break makes it more than one. */
  readonly info: { readonly lines: number };
}

/**
 * Reads a table as spreadsheets write it: separator comma, semicolon or tab (the one that the head is cut by), quoted cells
 * with line breaks and doubled quotes, Windows or Unix line ends. A cell is text and never anything else: what looks like a
 * formula is stored as the text it is.
 */
export function readCsv(kind: ImportKind, bytes: Uint8Array): ReadTable {
  const text = decodeText(bytes);
  if (!text.ok) {
    const { line, guess } = text.refusal;
    return unreadable("not-utf8", { row: line, found: guess, expected: "UTF-8" });
  }
  if (text.value.trim() === "") return unreadable("empty-file");
  const unix = text.value.replaceAll(/\r\n?/g, "\n");
  const records = recordsOf(unix, separatorOf(kind, unix));
  return "fault" in records ? records.fault : tableOf(kind, records.read);
}

const separators = [";", ",", "\t"] as const;

/** The one that cuts the most known column names out of the first line. */
function separatorOf(kind: ImportKind, text: string): (typeof separators)[number] {
  const [head = ""] = text.split("\n", 1);
  const known = (separator: string): number =>
    head.split(separator).filter((name) => columnNamed(kind, name.replaceAll('"', "")) !== undefined).length;
  return separators.toSorted((left, right) => known(right) - known(left))[0] ?? ",";
}

function recordsOf(
  text: string,
  separator: string,
): { readonly read: readonly Recorded[] } | { readonly fault: ReadTable } {
  try {
    // With `info` each record comes with its place, which the library's types do not say.
    const read = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: LONGEST_RECORD_BYTES,
      to: MOST_ROWS + 2,
    }) as unknown as readonly Recorded[];
    return { read };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === "number" ? error.lines : null;
    return { fault: unreadable("not-a-table", { row, expected: error.code }) };
  }
}

function tableOf(kind: ImportKind, records: readonly Recorded[]): ReadTable {
  const [head, ...body] = records;
  if (head === undefined) return unreadable("empty-file");
  const columns = head.record.map((written) => columnNamed(kind, written));
  const problems = headProblems(kind, { written: head.record, columns });
  const isWrong = problems.some(({ weight }) => weight === "wrong");
  if (isWrong) return { rows: [], count: body.length, problems };
  if (body.length === 0) return unreadable("empty-file");
  if (body.length > MOST_ROWS) return unreadable("too-many-rows", { expected: String(MOST_ROWS) });
  const rows: ImportRow[] = [];
  const bodyProblems = body.flatMap((one) => {
    const row = startOf(one);
    if (one.record.length > columns.length) {
      const found = String(one.record.length);
      return [problem("too-many-cells", { row, found, expected: String(columns.length) })];
    }
    rows.push({ row, cells: cellsOf(columns, one.record) });
    return [];
  });
  return { rows, count: body.length, problems: [...problems, ...bodyProblems] };
}

/** The line on which a record begins, as an editor shows it: blank lines and quoted line breaks are counted. */
function startOf({ record, info }: Recorded): number {
  return info.lines - record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}

/** A line break that somebody typed into a cell is a blank in a name. */
function cellsOf(columns: readonly (string | undefined)[], record: readonly string[]): ImportRow["cells"] {
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = (record[index] ?? "").replaceAll(/\s*\n\s*/g, " ");
      return column === undefined ? [] : [[column, cell] as const];
    }),
  );
}

interface Head {
  readonly written: readonly string[];
  readonly columns: readonly (string | undefined)[];
}

function headProblems(kind: ImportKind, { written, columns }: Head): ReadTable["problems"] {
  const missing = requiredColumns(kind).filter((column) => !columns.includes(column));
  const twice = columns.filter((column, index) => column !== undefined && columns.indexOf(column) !== index);
  const unknown = written.filter((name, index) => columns[index] === undefined && name !== "");
  return [
    ...missing.map((column) =>
      problem("missing-column", { row: 1, column, found: written.join(" | "), expected: column }),
    ),
    ...twice.map((column) => problem("column-twice", { row: 1, column: column ?? null })),
    ...unknown.map((found) => problem("no-such-column", { row: 1, found, weight: "note" })),
  ];
}
