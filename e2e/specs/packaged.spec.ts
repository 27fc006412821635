import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { expect, test } from "@playwright/test";
import { requireClosedFuses } from "../../scripts/package/closed-fuses.ts";
import { startPlant } from "../plant.ts";
import { readJournal, sumOf } from "../testing/journal.ts";
import { terminalScreen } from "../testing/terminal-screen.ts";

/* The packaged product, far from the repository, where nothing can be found by accident. */

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, "..", "..");
const SANDBOX = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

let folder = "";
let program = "";

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await run(process.execPath, [path.join(ROOT, "scripts", "package.ts")], { cwd: ROOT });
  folder = await mkdtemp(path.join(tmpdir(), "takt packaged "));
  await cp(path.join(ROOT, "release", "linux-unpacked"), folder, { recursive: true, verbatimSymlinks: true });
  program = path.join(folder, "takt");
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("§8-19 all eight fuses are as they must be", async () => {
  await requireClosedFuses(program);
});

test("L6 it is no Node and no debugger, and the environment names no code for it", async () => {
  const data = await mkdtemp(path.join(tmpdir(), "takt-e2e-"));
  const marker = path.join(data, "pwned");
  const evil = path.join(data, "evil.cjs");
  await writeFile(evil, `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`);
  const child = spawn(program, [...SANDBOX, "--inspect=0", "-e", `require(${JSON.stringify(evil)})`], {
    env: {
      ...process.env,
      TAKT_DATA: data,
      ELECTRON_RUN_AS_NODE: "1",
      NODE_OPTIONS: `--require ${evil}`,
      TAKT_NODE: evil,
    },
  });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  await expect.poll(() => output, { timeout: 60_000 }).toContain('{"ready":"window"}');
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  expect(existsSync(marker)).toBe(false);
  expect(output).not.toContain("Debugger listening");
  await rm(data, { recursive: true, maxRetries: 5 });
});

test("it starts and works an order", async () => {
  test.setTimeout(180_000);
  const plant = await startPlant({ cycleMs: 500 });
  try {
    const { page } = await plant.openWindow(await copyForPlaywright());
    const terminal = terminalScreen(page);
    await expect(terminal.key(/G\. Popa/)).toBeVisible();
    await plant.perform("scan BG1007");
    await expect(terminal.person).toContainText("G. Popa");
    await plant.perform("scan WO4711");
    await expect.poll(async () => Number(await terminal.good.innerText())).toBeGreaterThan(2);
    await terminal.key(/^Scrap/).click();
    await terminal.key("Burr").click();
    await expect(terminal.undoBar).toContainText("1 scrap booked");
    await expect(terminal.sync).toContainText("Up to date");
    expect(
      sumOf(await readJournal(plant), { type: "quantity.reported", jobOrder: "4711", field: "scrap" }),
    ).toBe(1);
  } finally {
    await plant.close();
  }
});

/** Playwright attaches through the inspector that the shipped program has closed; only that fuse differs in the copy. */
async function copyForPlaywright(): Promise<string> {
  const copy = path.join(folder, "takt-inspectable");
  await cp(program, copy);
  await flipFuses(copy, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return copy;
}
