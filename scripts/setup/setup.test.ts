import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const run = promisify(execFile);
const SCRIPTS = path.dirname(import.meta.dirname);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt set up "));
});
afterEach(() => rm(folder, { recursive: true }));

describe("set-up", () => {
  test("has nothing to do and nothing to say when all is in place", async () => {
    const { stdout, stderr } = await run(process.execPath, [path.join(SCRIPTS, "setup.mjs"), "tests"]);
    expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
  });

  test("says what is missing and what to type, on stderr, and fails", async () => {
    await cp(path.join(SCRIPTS, "setup.mjs"), path.join(folder, "scripts", "setup.mjs"));
    await cp(import.meta.dirname, path.join(folder, "scripts", "setup"), { recursive: true });
    await expect(run(process.execPath, [path.join(folder, "scripts", "setup.mjs")])).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /package-lock\.json cannot be read[\s\S]*to mend it: git checkout package-lock\.json/,
      ) as string,
    });
  });
});
