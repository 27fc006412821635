import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "takt-fingerprint-"));
  await mkdir(path.join(root, "source", "deep"), { recursive: true });
  await writeFile(path.join(root, "source", "deep", "a.ts"), "a");
  await writeFile(path.join(root, "lock.json"), "1");
});
afterEach(() => rm(root, { recursive: true }));

const INPUTS = ["source", "lock.json", "absent"];

describe("fingerprint of a build's inputs", () => {
  test("is the same while nothing changed, and tests do not count", async () => {
    const before = await fingerprint(root, INPUTS);
    await writeFile(path.join(root, "source", "a.test.ts"), "new");
    expect(await fingerprint(root, INPUTS)).toBe(before);
  });

  test.each([
    ["a file's content", () => writeFile(path.join(root, "source", "deep", "a.ts"), "b")],
    ["a single file", () => writeFile(path.join(root, "lock.json"), "2")],
    [
      "a name",
      () => rename(path.join(root, "source", "deep", "a.ts"), path.join(root, "source", "deep", "b.ts")),
    ],
    ["a removal", () => rm(path.join(root, "source", "deep", "a.ts"))],
  ])("changes with %s", async (_what, change) => {
    const before = await fingerprint(root, INPUTS);
    await change();
    expect(await fingerprint(root, INPUTS)).not.toBe(before);
  });
});
