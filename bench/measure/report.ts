import { execFileSync } from "node:child_process";
import { cpus, release, totalmem } from "node:os";

/** One figure. `ratio` is value / floor; `pass` is null where there is no target. */
export interface Metric {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly target: string | null;
  readonly pass: boolean | null;
  /** What else a reader must know: spread, pairs, what the floor is. */
  readonly note: string;
}

export interface Report {
  readonly machine: string;
  readonly commit: string;
  readonly metrics: readonly Metric[];
}

export function reportOf(metrics: readonly Metric[]): Report {
  return { machine: machine(), commit: commit(), metrics };
}

function machine(): string {
  const [cpu] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${cpu?.model.trim() ?? "unknown"}, ${gib} GiB, ${process.platform} ${release()}, Node ${process.versions.node}`;
}

function commit(): string {
  const git = (...words: string[]): string => execFileSync("git", words, { encoding: "utf8" }).trim();
  const dirty = git("status", "--porcelain", "--untracked-files=no") === "" ? "" : "+changes";
  return `${git("rev-parse", "--short", "HEAD")}${dirty}`;
}

export function printReport(name: string, report: Report): void {
  console.log(`\n${name}   ${report.machine}   commit ${report.commit}\n`);
  const rows = report.metrics.map((metric) => [
    metric.id,
    `${round(metric.value)} ${metric.unit}`,
    metric.floor === null ? "" : `${round(metric.floor)} ${metric.unit}`,
    metric.ratio === null ? "" : `${round(metric.ratio)}x`,
    metric.target ?? "",
    metric.pass === null ? "" : metric.pass ? "pass" : "MISSED",
    metric.note,
  ]);
  printTable([["metric", "value", "floor", "ratio", "target", "", "note"], ...rows]);
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths =
    rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
