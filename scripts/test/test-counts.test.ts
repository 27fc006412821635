import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseStages } from "./choose-stages.ts";
import { oneCheck, playwrightCounts, sum, vitestCounts } from "./test-counts.ts";

let report: string;
beforeEach(async () => {
  report = path.join(await mkdtemp(path.join(tmpdir(), "takt-counts-")), "report.json");
});
afterEach(() => rm(path.dirname(report), { recursive: true }));

describe("counts of the test run", () => {
  test("a check of its own is one, and sums add up", () => {
    expect(sum([oneCheck(0), oneCheck(2), oneCheck(0)])).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test("Vitest's failure without a failed test is still a failure", async () => {
    await writeFile(
      report,
      JSON.stringify({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }),
    );
    expect(await vitestCounts(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(await vitestCounts(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  test("a flaky end-to-end test counts as failed", async () => {
    await writeFile(report, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }));
    expect(await playwrightCounts(report, 0)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  test("a report that is missing or is none is an error, not zero tests", async () => {
    await expect(vitestCounts(report, 0)).rejects.toThrow(/ENOENT/);
    await writeFile(report, "{}");
    await expect(playwrightCounts(report, 0)).rejects.toThrow();
  });
});

describe("choice of stages", () => {
  const names = (...args: string[]) => chooseStages(args).stages.map(({ name }) => name);

  test("nothing chosen means all, from the quickest to the slowest", () => {
    expect(names()).toEqual(["types", "format", "lint", "house", "knip", "unit", "build", "e2e"]);
  });

  test("names choose stages, anything else filters test files", () => {
    expect(names("e2e", "types")).toEqual(["types", "e2e"]);
    expect(chooseStages(["shared/scan"])).toMatchObject({
      stages: [{ name: "unit" }],
      filters: ["shared/scan"],
    });
    expect(chooseStages(["e2e", "day"])).toMatchObject({ stages: [{ name: "e2e" }], filters: ["day"] });
  });
});
