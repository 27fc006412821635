/**
 * Makes a fresh clone ready to run, on Node 20 or newer and without a single dependency. Every step is skipped when it
 * is already done, so `npm start` and `npm test` call it each time.
 *
 *   node scripts/setup.mjs            all that the window needs
 *   node scripts/setup.mjs parts      only what the parts without a window need (station, MES, simulator, tools)
 *   node scripts/setup.mjs tests      the window, and the tools of the fault tests
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { provideDebianLibraries } from "./setup/debian-libraries.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { provideElectron } from "./setup/electron.mjs";
import { continueOnNode24 } from "./setup/node24.mjs";
import { requireNode20 } from "./setup/require-node20.mjs";
import { say } from "./setup/say.mjs";
import { SetupFailure } from "./setup/setup-failure.mjs";
import { heedStopRequests, stopRequested } from "./setup/stop-request.mjs";
import { requireWindowSandbox } from "./setup/window-sandbox.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const purpose = process.argv[2] ?? (process.env.TAKT_HEADLESS === "1" ? "parts" : "window");

heedStopRequests();
try {
  requireNode20();
  await installDependencies(root);
  const exitCode = await continueOnNode24(root);
  if (exitCode === undefined) await provideWindow();
  process.exitCode = stopRequested() ?? exitCode ?? 0;
} catch (failure) {
  process.exitCode = stopRequested() ?? 1;
  explain(failure);
}

async function provideWindow() {
  if (purpose === "parts") return;
  await provideElectron(root);
  await provideDebianLibraries(root, { forTests: purpose === "tests" });
  await requireWindowSandbox(root);
}

/** @param {unknown} failure */
function explain(failure) {
  if (stopRequested() !== undefined) {
    say("stopped before it was finished; the next start goes on from here");
    return;
  }
  if (failure instanceof SetupFailure) {
    say(failure.message);
    say(`to mend it: ${failure.remedy}`);
    return;
  }
  say(`stopped by a surprise: ${failure instanceof Error ? failure.stack : String(failure)}`);
  say("to try again: npm run setup");
}
