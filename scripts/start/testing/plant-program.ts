/** Runs a plant of two test parts until it is told to end: the tests kill this program itself. */
import path from "node:path";
import { whenAskedToEnd } from "../../processes/when-asked-to-end.ts";
import { runPlant } from "../run-plant.ts";

const [logFolder = "", ...behaviours] = process.argv.slice(2);
const program = path.join(import.meta.dirname, "part-program.ts");
const part = (name: string) => ({
  name,
  command: process.execPath,
  args: [program, name, "ready", ...behaviours],
  env: process.env,
  cwd: logFolder,
  logFolder,
});

const end = await runPlant({
  stages: [[part("mes")], [part("station")]],
  asked: whenAskedToEnd(),
  readyLimitMs: 30_000,
  graceMs: 500,
  onReady: (lines) => process.stdout.write(`${JSON.stringify({ running: lines })}\n`),
});
process.stdout.write(`${JSON.stringify({ end: end.kind })}\n`);
