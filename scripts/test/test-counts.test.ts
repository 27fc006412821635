import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseStages } from "./choose-stages.ts";
import { oneCheck, playwrightOutcome, sum, vitestOutcome } from "./test-counts.ts";

let report: string;
beforeEach(async () => {
  report = path.join(await mkdtemp(path.join(tmpdir(), "takt-counts-")), "report.json");
});
afterEach(() => rm(path.dirname(report), { recursive: true }));

describe("counts of the test run", () => {
  test("a check of its own is one, and sums add up", () => {
    expect(sum([oneCheck(0), oneCheck(2), oneCheck(0)])).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  const vitestReport = (files: readonly object[], failed = 0) =>
    JSON.stringify({
      numPassedTests: 5,
      numFailedTests: failed,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: files,
    });

  test("Vitest's failure without a failed test is still a failure", async () => {
    await writeFile(report, vitestReport([]));
    const counts = { passed: 5, failed: 0, skipped: 2 };
    expect(await vitestOutcome(report, 0)).toEqual({ counts, failures: [] });
    expect(await vitestOutcome(report, 1)).toMatchObject({ counts: { ...counts, failed: 1 } });
    expect((await vitestOutcome(report, 1)).failures).toHaveLength(1);
  });

  test("what failed is told by file, name and reason", async () => {
    const test = { status: "failed", fullName: "counts twice", failureMessages: ["expected 2\nat line 7"] };
    const broken = { name: "b.test.ts", message: "Cannot find module", assertionResults: [] };
    await writeFile(report, vitestReport([{ name: "a.test.ts", assertionResults: [test] }, broken], 1));
    expect((await vitestOutcome(report, 1)).failures).toEqual([
      "a.test.ts › counts twice › expected 2",
      "b.test.ts › does not run › Cannot find module",
    ]);
  });

  test("a flaky end-to-end test counts as failed, and is named", async () => {
    const spec = (title: string, status: string) => ({ title, file: "day.spec.ts", tests: [{ status }] });
    const suites = [
      {
        specs: [spec("scan", "flaky")],
        suites: [{ specs: [spec("scrap", "unexpected"), spec("undo", "expected")] }],
      },
    ];
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    await writeFile(report, JSON.stringify({ stats, suites }));
    expect(await playwrightOutcome(report, 0)).toEqual({
      counts: { passed: 3, failed: 2, skipped: 0 },
      failures: ["day.spec.ts › scan", "day.spec.ts › scrap"],
    });
  });

  test("a report that is missing or is none is an error, not zero tests", async () => {
    await expect(vitestOutcome(report, 0)).rejects.toThrow(/ENOENT/);
    await writeFile(report, "{}");
    await expect(playwrightOutcome(report, 0)).rejects.toThrow();
  });
});

describe("choice of stages", () => {
  const names = (...args: string[]) => chooseStages(args).stages.map(({ name }) => name);

  test("nothing chosen means all, from the quickest to the slowest", () => {
    expect(names()).toEqual([
      "types",
      "format",
      "lint",
      "house",
      "knip",
      "build",
      "unit",
      "e2e",
      "pages",
      "kill",
    ]);
  });

  test("names choose stages, anything else filters test files", () => {
    expect(names("e2e", "types")).toEqual(["types", "e2e"]);
    expect(chooseStages(["shared/scan"])).toMatchObject({
      stages: [{ name: "unit" }, { name: "kill" }],
      filters: ["shared/scan"],
    });
    expect(chooseStages(["e2e", "day"])).toMatchObject({ stages: [{ name: "e2e" }], filters: ["day"] });
  });
});
