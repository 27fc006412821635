/**
 * npm test: everything that must hold, from types to the real window, ending in one line `N passed, N failed`.
 *   npm test -- unit              one stage or several: types format lint house knip build unit e2e pages kill
 *   npm test -- shared/scan       only the tests whose file names contain that
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startVirtualDisplay } from "./display/virtual-display.ts";
import { whenAskedToEnd } from "./processes/when-asked-to-end.ts";
import { chooseStages } from "./test/choose-stages.ts";
import { reportResults, type StageResult } from "./test/report-results.ts";
import { oneCheck } from "./test/test-counts.ts";
import { type StageContext, TEST_PHASES, type TestStage } from "./test/test-stages.ts";
import { stopTools } from "./test/tool.ts";

const { stages, filters } = chooseStages(process.argv.slice(2));
const reportFolder = await mkdtemp(path.join(tmpdir(), "takt-test-"));
// Tests start the station and the MES hundreds of times: what is the same each time is made once in a run.
const madeOnce = {
  NODE_COMPILE_CACHE: path.join(reportFolder, "compiled"),
  TAKT_TEST_FOLDER: reportFolder,
  // Stages come in their order: what was built before the tests is as new as they are.
  TAKT_TEST_BUILT: stages.some(({ name }) => name === "build") ? "1" : "0",
};
whenAskedToEnd().addEventListener("abort", () => process.exit(130));
process.once("exit", stopTools);

const results: StageResult[] = [];
for (const lanes of TEST_PHASES) {
  const chosen = lanes.map((lane) => lane.filter((stage) => stages.includes(stage)));
  const busy = chosen.filter((lane) => lane.length > 0);
  await Promise.all(busy.map((lane) => runLane(lane, busy.length > 1)));
}
// Programs that were told to end may still put their last compiled code aside.
await rm(reportFolder, { recursive: true, maxRetries: 5 });
process.exitCode = reportResults(results);

/** @param isShared another lane writes at the same time, so each line is told apart by its stage's name */
async function runLane(lane: readonly TestStage[], isShared: boolean): Promise<void> {
  // A display for each lane: windows of one must not take the keyboard from those of the other.
  const display = lane.some(({ needsDisplay }) => needsDisplay) ? await startVirtualDisplay() : undefined;
  const env = { ...process.env, ...madeOnce, ...(display && { DISPLAY: display.display }) };
  for (const stage of lane) {
    console.log(`\n── ${stage.name}`);
    const prefix = isShared ? `${stage.name.padEnd(6)} │ ` : "";
    const root = path.dirname(import.meta.dirname);
    results.push(await runStage(stage, { root, env, reportFolder, filters, prefix }));
  }
  await display?.stop();
}

/** A stage that cannot even run has failed; the others still get their turn. */
async function runStage(stage: TestStage, context: StageContext): Promise<StageResult> {
  try {
    return { stage: stage.name, ...(await stage.run(context)) };
  } catch (failure) {
    console.error(failure);
    return { stage: stage.name, counts: oneCheck(1), failures: [`${stage.name} could not run`] };
  }
}
