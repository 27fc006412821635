/** A cell that a spreadsheet would run as a formula, or that begins with what it takes for one after a quote. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as spreadsheets of Europe read it: semicolons, quoted cells, a byte order mark so that letters beyond ASCII stay.
 * A formula gets an apostrophe before it (IM-6); numbers are numbers.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(";")).join("\r\n")}\r\n`;
}

function cellText(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
