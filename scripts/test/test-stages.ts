import { globSync } from "node:fs";
import path from "node:path";
import { oneCheck, playwrightCounts, sum, type TestCounts, vitestCounts } from "./test-counts.ts";
import { runTool } from "./tool.ts";

export interface StageContext {
  readonly root: string;
  /** With DISPLAY set to a display of this run's own. */
  readonly env: NodeJS.ProcessEnv;
  /** Where reports of this run are kept while it lasts. */
  readonly reportFolder: string;
  /** Names of test files to restrict the test runners to; none means all. */
  readonly filters: readonly string[];
}

export interface TestStage {
  readonly name: string;
  run(context: StageContext): Promise<TestCounts>;
}

const tool =
  (name: string, ...args: string[]) =>
  async ({ root, env }: StageContext) =>
    oneCheck(await runTool({ root, tool: name, args, env }));

/** From the quickest to the slowest, so that a mistake is told early. */
export const TEST_STAGES: readonly TestStage[] = [
  { name: "types", run: checkTypes },
  { name: "format", run: tool("@biomejs/biome", "ci", "--error-on-warnings") },
  { name: "lint", run: tool("oxlint", "--deny-warnings") },
  { name: "house", run: tool("node", "scripts/house.ts") },
  { name: "knip", run: tool("knip", "--no-progress") },
  { name: "unit", run: runUnitTests },
  { name: "build", run: tool("node", "scripts/build.ts") },
  { name: "e2e", run: runEndToEnd },
];

/** Every folder is checked with its own view of the world; the shell once more with the types of the oldest Electron. */
async function checkTypes({ root, env }: StageContext): Promise<TestCounts> {
  const counts: TestCounts[] = [];
  const projects = globSync("{*,main/*}/tsconfig*.json", { cwd: root, exclude: ["node_modules"] });
  for (const project of projects.sort()) {
    const exitCode = await runTool({ root, tool: "typescript", args: ["-p", project], env });
    if (exitCode !== 0) console.error(`types: ${project} is not sound`);
    counts.push(oneCheck(exitCode));
  }
  return sum(counts);
}

async function runUnitTests({ root, env, reportFolder, filters }: StageContext): Promise<TestCounts> {
  const report = path.join(reportFolder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await runTool({ root, tool: "vitest", args: ["run", ...reporters, ...filters], env });
  return vitestCounts(report, exitCode);
}

async function runEndToEnd({ root, env, reportFolder, filters }: StageContext): Promise<TestCounts> {
  const specs = globSync("e2e/**/*.spec.ts", { cwd: root });
  if (specs.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const report = path.join(reportFolder, "playwright.json");
  const exitCode = await runTool({
    root,
    tool: "@playwright/test",
    args: ["test", "--config=e2e", "--reporter=list,json", ...filters],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return playwrightCounts(report, exitCode);
}
