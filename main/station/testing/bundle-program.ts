import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "rolldown";
import { onTestFinished } from "vitest";
import { STATION_PROGRAM, STATION_SOURCE } from "./station-programs.ts";

/** Inside of the repository, where a bundle still finds the native packages. */
const CACHE = join(import.meta.dirname, "..", "..", "..", "node_modules", ".cache");
/** Threads that the station starts by the name of their file. */
const WORKERS = globSync("*/*-worker.ts", { cwd: join(import.meta.dirname, "..") });
const PACKAGES = ["better-sqlite3", "serialport", "@node-rs/argon2", "node-opcua-client", "node-opcua-pki"];

/**
 * A program and all of ours that it imports in a few files, as the product ships it: it starts in a third of the time,
 * which counts when it is started thousands of times. Gone when the test has finished.
 */
export async function bundleProgram(source: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "takt-program-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    input: { [basename(source, ".ts")]: source, ...workers() },
    platform: "node",
    external: [/^node:/, ...PACKAGES.map((name) => new RegExp(`^${name}(/|$)`))],
    transform: { target: "node24" },
    output: { dir: folder, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
  return join(folder, `${basename(source, ".ts")}.mjs`);
}

/** The whole station in a few files: the product's own when it was built for this run. */
export async function stationBundle(): Promise<string> {
  return STATION_PROGRAM === STATION_SOURCE ? bundleProgram(STATION_SOURCE) : STATION_PROGRAM;
}

function workers(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    WORKERS.map((file) => [basename(file, ".ts"), join(import.meta.dirname, "..", file)]),
  );
}
