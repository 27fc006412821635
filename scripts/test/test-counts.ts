import { readFile } from "node:fs/promises";
import { z } from "zod";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A check without counts of its own counts as one. */
export function oneCheck(exitCode: number): TestCounts {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}

export function sum(counts: readonly TestCounts[]): TestCounts {
  const total = (key: keyof TestCounts) => counts.reduce((before, count) => before + count[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** @param exitCode counts as a failure even when no single test failed: a file that did not load, an unhandled error */
export async function vitestCounts(reportFile: string, exitCode: number): Promise<TestCounts> {
  const report = VitestReport.parse(await readReport(reportFile));
  const skipped = report.numPendingTests + report.numTodoTests;
  return noSilentFailure({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, exitCode);
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** A flaky test failed once, and an operator would have met that once: it counts as failed. */
export async function playwrightCounts(reportFile: string, exitCode: number): Promise<TestCounts> {
  const { stats } = PlaywrightReport.parse(await readReport(reportFile));
  const failed = stats.unexpected + stats.flaky;
  return noSilentFailure({ passed: stats.expected, failed, skipped: stats.skipped }, exitCode);
}

async function readReport(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

function noSilentFailure(counts: TestCounts, exitCode: number): TestCounts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
