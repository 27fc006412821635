import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StageOutcome {
  readonly counts: TestCounts;
  /** What failed, one line each: file, name and the first line of the reason. */
  readonly failures: readonly string[];
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
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** @param exitCode counts as a failure even when no single test failed: a file that did not load, an unhandled error */
export async function vitestOutcome(reportFile: string, exitCode: number): Promise<StageOutcome> {
  const report = VitestReport.parse(await readReport(reportFile));
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && message !== "") return [failure(name, "does not run", message)];
    return failed.map((test) => failure(name, test.fullName, test.failureMessages?.[0] ?? ""));
  });
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return noSilentFailure({ counts, failures }, exitCode);
}

interface Suite {
  readonly suites?: readonly Suite[] | undefined;
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}
const SuiteReport: z.ZodType<Suite> = z.object({
  get suites() {
    return z.array(SuiteReport).optional();
  },
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ status: z.string() })),
    }),
  ),
});
const PlaywrightReport = z.object({
  suites: z.array(SuiteReport),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** A flaky test failed once, and an operator would have met that once: it counts as failed. */
export async function playwrightOutcome(reportFile: string, exitCode: number): Promise<StageOutcome> {
  const { stats, suites } = PlaywrightReport.parse(await readReport(reportFile));
  const counts = {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return noSilentFailure({ counts, failures: suites.flatMap(failedSpecs) }, exitCode);
}

function failedSpecs({ suites = [], specs }: Suite): readonly string[] {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => /unexpected|flaky/.test(status)));
  return [...failed.map(({ file, title }) => failure(file, title, "")), ...suites.flatMap(failedSpecs)];
}

function failure(file: string, name: string, reason: string): string {
  const firstLine = reason.split("\n", 1)[0] ?? "";
  return [path.relative(process.cwd(), file), name, firstLine].filter((part) => part !== "").join(" › ");
}

async function readReport(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

function noSilentFailure({ counts, failures }: StageOutcome, exitCode: number): StageOutcome {
  if (exitCode === 0 || counts.failed > 0) return { counts, failures };
  const unnamed = "an error outside of any test, see above";
  return { counts: { ...counts, failed: 1 }, failures: failures.length > 0 ? failures : [unnamed] };
}
