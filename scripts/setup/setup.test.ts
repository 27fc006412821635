import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isGroupAlive } from "../processes/process-group.ts";
import { lockfileFingerprint } from "./dependencies.mjs";

const run = promisify(execFile);
const SCRIPTS = path.dirname(import.meta.dirname);

/** A registry that answers, and packages that install; it writes down what it was asked. */
const GOOD_NPM = `echo "$*" >> "$ASKED"; [ "$1" = --version ] && echo 11.19.1; exit 0`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt set up "));
  await cp(path.join(SCRIPTS, "setup.mjs"), path.join(folder, "scripts", "setup.mjs"));
  for (const part of ["setup", "processes"])
    await cp(path.join(SCRIPTS, part), path.join(folder, "scripts", part), { recursive: true });
  await writeFile(path.join(folder, "package-lock.json"), "{}");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Puts a program in npm's place: what set-up does with npm's answers is its own; what npm does is not. */
async function environmentWithNpm(script: string): Promise<NodeJS.ProcessEnv> {
  const bin = path.join(folder, "bin");
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, "npm"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const { npm_lifecycle_event: _ours, ...env } = process.env;
  return { ...env, PATH: `${bin}:/usr/bin:/bin`, ASKED: path.join(folder, "asked") };
}

async function startSetup(npm: string): Promise<{ setup: ChildProcess; said: () => string }> {
  const setup = spawn(process.execPath, [path.join(folder, "scripts", "setup.mjs"), "parts"], {
    env: await environmentWithNpm(npm),
    stdio: ["ignore", "inherit", "pipe"],
    detached: true, // a group of its own, to see whether anybody of it is left
  });
  let said = "";
  setup.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return { setup, said: () => said };
}

async function setupWith(npm: string): Promise<{ code: number; said: string; asked: string }> {
  const { setup, said } = await startSetup(npm);
  const [code] = (await once(setup, "close")) as [number];
  return { code, said: said(), asked: await readFile(path.join(folder, "asked"), "utf8").catch(() => "") };
}

describe("set-up", () => {
  test("has nothing to do and nothing to say when all is in place", async () => {
    // Looked at first: the real set-up of this checkout would install under the hands of whatever else runs here.
    const marker = path.join(path.dirname(SCRIPTS), "node_modules", ".setup-lock");
    expect(await readFile(marker, "utf8")).toBe(await lockfileFingerprint(path.dirname(SCRIPTS)));
    const { stdout, stderr } = await run(process.execPath, [path.join(SCRIPTS, "setup.mjs"), "tests"]);
    expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
  });

  test("says what is missing and what to type, on stderr, and fails", async () => {
    await rm(path.join(folder, "package-lock.json"));
    await expect(run(process.execPath, [path.join(folder, "scripts", "setup.mjs")])).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /package-lock\.json cannot be read[\s\S]*to mend it: git checkout package-lock\.json/,
      ) as string,
    });
  });

  test("installs exactly the lockfile, and no package runs a script of its own", async () => {
    const { asked } = await setupWith(GOOD_NPM);
    expect(asked).toMatch(/^ci .*--include=dev --include=optional --ignore-scripts/m);
  });

  test("an npm that is too old is named, with what to type", async () => {
    const { code, said } = await setupWith("echo 9.2.0");
    expect(code).toBe(1);
    expect(said).toMatch(/npm 9\.2\.0 is too old[\s\S]*to mend it: .*npm@11/);
  });

  test("a registry that nobody answers for is named at once, and what npm has kept is tried", async () => {
    const { code, said, asked } = await setupWith(
      `${GOOD_NPM.replace("exit 0", "")}
       [ "$1" = ping ] && echo "npm error code ENOTFOUND" >&2 && exit 1
       [ "$1" = ci ] && exit 1
       exit 0`,
    );
    expect(code).toBe(1);
    expect(asked).toMatch(/^ci .*--offline/m);
    expect(said).toMatch(/registry cannot be reached \(ENOTFOUND\)[\s\S]*to mend it: npm ping/);
  });

  test("an installation that broke off is begun anew the next time", async () => {
    await mkdir(path.join(folder, "node_modules"));
    await writeFile(path.join(folder, "node_modules", ".setup-lock"), "of another lockfile");
    const broken = await setupWith(`${GOOD_NPM.replace("exit 0", "")} [ "$1" = ci ] && kill -9 $$; exit 0`);
    expect(broken.code).toBe(1);
    await rm(path.join(folder, "asked"));
    expect((await setupWith(GOOD_NPM)).asked).toMatch(/^ci /m);
    await rm(path.join(folder, "asked"));
    expect((await setupWith(GOOD_NPM)).asked).toBe("");
  });
});

describe("the end of a set-up under way", () => {
  const SLOW_NPM = `${GOOD_NPM.replace("exit 0", "")}
    [ "$1" = ci ] && echo installing >&2 && exec sleep 600
    exit 0`;

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s ends what it waits for, and leaves no process", async (signal, exitCode) => {
    const { setup, said } = await startSetup(SLOW_NPM);
    await vi.waitFor(() => expect(said()).toContain("installing\n"), { timeout: 60_000 });
    setup.kill(signal);
    expect(await once(setup, "close")).toEqual([exitCode, null]);
    expect(said()).toContain("stopped before it was finished");
    expect(isGroupAlive(Number(setup.pid))).toBe(false);
  });

  test("what does not end when told is killed", async () => {
    const deaf = SLOW_NPM.replace("exec sleep 600", "trap '' TERM && while :; do sleep 1; done");
    const { setup, said } = await startSetup(deaf);
    await vi.waitFor(() => expect(said()).toContain("installing\n"), { timeout: 60_000 });
    setup.kill("SIGTERM");
    expect(await once(setup, "exit")).toEqual([143, null]);
    await vi.waitFor(() => expect(isGroupAlive(Number(setup.pid))).toBe(false), { timeout: 60_000 });
  });

  test("an npm that is killed takes the set-up it started along", async () => {
    const env = { ...(await environmentWithNpm(SLOW_NPM)), npm_lifecycle_event: "prestart" };
    const script = `"${process.execPath}" "${path.join(folder, "scripts", "setup.mjs")}" parts; true`;
    const npm = spawn("/bin/sh", ["-c", `sh -c '${script}'; true`], {
      env,
      detached: true,
      stdio: "ignore",
    });
    const asked = () => readFile(path.join(folder, "asked"), "utf8");
    await vi.waitFor(async () => expect(await asked()).toMatch(/^ci /m), { timeout: 60_000 });
    npm.kill("SIGKILL");
    await vi.waitFor(() => expect(isGroupAlive(Number(npm.pid))).toBe(false), { timeout: 60_000 });
  });
});
