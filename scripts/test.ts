/**
 * npm test: everything that must hold, from types to the real window, ending in one line `N passed, N failed`.
 *   npm test -- unit              one stage or several: types format lint house knip unit build e2e
 *   npm test -- shared/scan       only the tests whose file names contain that
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startVirtualDisplay } from "./display/virtual-display.ts";
import { whenAskedToEnd } from "./processes/when-asked-to-end.ts";
import { chooseStages } from "./test/choose-stages.ts";
import { oneCheck, sum, type TestCounts } from "./test/test-counts.ts";
import type { StageContext, TestStage } from "./test/test-stages.ts";
import { stopTools } from "./test/tool.ts";

const NEEDS_DISPLAY = ["unit", "e2e"];

const { stages, filters } = chooseStages(process.argv.slice(2));
const reportFolder = await mkdtemp(path.join(tmpdir(), "takt-test-"));
const display = stages.some(({ name }) => NEEDS_DISPLAY.includes(name))
  ? await startVirtualDisplay()
  : undefined;
whenAskedToEnd().addEventListener("abort", () => process.exit(130));
process.once("exit", stopTools);

const env = { ...process.env, ...(display && { DISPLAY: display.display }) };
const results: { stage: TestStage; counts: TestCounts }[] = [];
for (const stage of stages) {
  console.log(`\n── ${stage.name}`);
  results.push({
    stage,
    counts: await runStage(stage, { root: path.dirname(import.meta.dirname), env, reportFolder, filters }),
  });
}
await rm(reportFolder, { recursive: true });
await display?.stop();
report();

/** A stage that cannot even run has failed; the others still get their turn. */
async function runStage(stage: TestStage, context: StageContext): Promise<TestCounts> {
  try {
    return await stage.run(context);
  } catch (failure) {
    console.error(failure);
    return oneCheck(1);
  }
}

function report(): void {
  console.log("");
  for (const { stage, counts } of results) {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    console.log(`${stage.name.padEnd(8)}${counts.passed} passed, ${counts.failed} failed${skipped}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
