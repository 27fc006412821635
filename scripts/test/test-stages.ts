import { globSync } from "node:fs";
import path from "node:path";
import {
  oneCheck,
  playwrightOutcome,
  type StageOutcome,
  sum,
  type TestCounts,
  vitestOutcome,
} from "./test-counts.ts";
import { runTool } from "./tool.ts";

export interface StageContext {
  readonly root: string;
  /** With DISPLAY set to a display of this lane's own, where a stage needs one. */
  readonly env: NodeJS.ProcessEnv;
  /** Where reports of this run are kept while it lasts. */
  readonly reportFolder: string;
  /** Names of test files to restrict the test runners to; none means all. */
  readonly filters: readonly string[];
  /** Put before each line of output; empty when nothing else writes at the same time. */
  readonly prefix: string;
}

export interface TestStage {
  readonly name: string;
  readonly needsDisplay?: true;
  run(context: StageContext): Promise<StageOutcome>;
}

const tool = (name: string, program: string, ...args: string[]): TestStage => ({
  name,
  async run({ root, env, prefix }) {
    const exitCode = await runTool({ root, tool: program, args, env, prefix });
    return { counts: oneCheck(exitCode), failures: exitCode === 0 ? [] : [`${program} found something`] };
  },
});

/**
 * One phase after the other, so that a mistake is told early; within a phase, lanes run side by side, because one lane
 * alone leaves a core idle while its processes start, wait and are killed.
 */
export const TEST_PHASES: readonly (readonly (readonly TestStage[])[])[] = [
  [
    [{ name: "types", run: checkTypes }],
    [
      tool("format", "@biomejs/biome", "ci", "--error-on-warnings"),
      tool("lint", "oxlint", "--deny-warnings"),
      tool("house", "node", "scripts/house.ts"),
      tool("knip", "knip", "--no-progress"),
      tool("build", "node", "scripts/build.ts"),
    ],
  ],
  [
    [{ name: "unit", needsDisplay: true, run: vitest("unit") }],
    [{ name: "e2e", needsDisplay: true, run: playwright("electron", "packaged") }],
    [
      { name: "pages", run: playwright("overview", "gallery") },
      { name: "kill", run: vitest("kill") },
    ],
  ],
];

export const TEST_STAGES: readonly TestStage[] = TEST_PHASES.flat(2);

/** Every folder is checked with its own view of the world; the shell once more with the types of the oldest Electron. */
async function checkTypes({ root, env, prefix }: StageContext): Promise<StageOutcome> {
  const counts: TestCounts[] = [];
  const failures: string[] = [];
  const projects = globSync("{*,main/*}/tsconfig*.json", { cwd: root, exclude: ["node_modules"] });
  for (const project of projects.sort()) {
    const exitCode = await runTool({ root, tool: "typescript", args: ["-p", project], env, prefix });
    if (exitCode !== 0) failures.push(`${project} is not sound`);
    counts.push(oneCheck(exitCode));
  }
  return { counts: sum(counts), failures };
}

/** @param project of vitest.config.ts */
function vitest(project: string) {
  return async ({ root, env, reportFolder, filters, prefix }: StageContext): Promise<StageOutcome> => {
    const report = path.join(reportFolder, `vitest-${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const args = ["run", `--project=${project}`, "--passWithNoTests", ...reporters, ...filters];
    return vitestOutcome(report, await runTool({ root, tool: "vitest", args, env, prefix }));
  };
}

/** @param projects of e2e/playwright.config.ts: the window's own tests, or those of pages in a browser */
function playwright(...projects: readonly string[]) {
  return async ({ root, env, reportFolder, filters, prefix }: StageContext): Promise<StageOutcome> => {
    const report = path.join(reportFolder, `playwright-${projects.join("-")}.json`);
    const exitCode = await runTool({
      root,
      tool: "@playwright/test",
      args: [
        "test",
        "--config=e2e",
        "--reporter=list,json",
        // Each of them clears its own; the other's pictures of a failure stay.
        `--output=${path.join(root, "e2e", "results", projects.join("-"))}`,
        ...projects.map((project) => `--project=${project}`),
        ...filters,
      ],
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      prefix,
    });
    return playwrightOutcome(report, exitCode);
  };
}
