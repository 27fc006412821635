import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

// The source in development, its bundle beside this one in a package.
const PROCESS_FILE = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../collector/index.ts" : "./collector.mjs", import.meta.url),
);
/**
 * Values live for milliseconds. Left to itself V8 lets their nursery grow to 134 MB, and then walks the whole heap once a
 * second because of its size: this costs less memory and less time.
 */
const NURSERY = "--max-semi-space-size=8";

/** Starts the OPC UA process. @param file the program, when it is not the one beside this */
export function forkCollector(file: string = PROCESS_FILE): ChildProcess {
  return fork(file, [], {
    execPath: process.execPath,
    execArgv: [NURSERY],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}
